import type { Asked, Reading } from '../../reading/reading';
import { moment } from '../words';
import { html } from './html';
import type { Html } from './html';

export const asked = ({ asked: all }: Reading): Html =>
  html`<section class="whole">
    <h2>Who asked</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>Who</th>
            <th>Why</th>
            <th>When</th>
            <th>Decision</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;

const row = (one: Asked): Html =>
  html`<tr>
    <td><b>${one.source}</b>${one.operator === null ? null : html`<small>operator ${one.operator}</small>`}</td>
    <td>
      ${one.reason}${one.note === null ? null : html`<small>“${one.note}”</small>`}${one.fault === null ? null : html`<small>not a whole decision: ${one.fault}</small>`}
    </td>
    <td class="nowrap">${moment(one.at)}<small>${WORDS[one.by]}, event ${one.eventId}</small></td>
    <td><code>${one.decisionId}</code></td>
  </tr>`;

const WORDS: Readonly<Record<Asked['by'], string>> = {
  start: 'started it',
  exitRequested: 'joined',
  manualClose: 'by hand',
};
