import type { CheckResult } from '../../checks/check';
import type { ProofBody } from '../../file/proof-file';
import { eventIds } from './event-ids';
import { html } from './html';
import type { Html } from './html';
import { pill } from './pill';

export const checksTable = ({ checks, reading }: ProofBody): Html =>
  html`<section>
    <h2>Six checks, each with the events that prove it</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>Check</th>
            <th>Verdict</th>
            <th>Invariants</th>
            <th>Events</th>
          </tr>
        </thead>
        <tbody>
          ${checks.map((check) => row(check, new Set(reading.timeline.map(({ eventId }) => eventId))))}
        </tbody>
      </table>
    </div>
  </section>`;

const row = ({ title, because, verdict, invariants, eventIds: ids }: CheckResult, told: ReadonlySet<number>): Html =>
  html`<tr>
    <td><b>${title}</b><small>${because}</small></td>
    <td>${pill(verdict)}</td>
    <td class="nowrap">${invariants.join(', ')}</td>
    <td>${eventIds(ids, told)}</td>
  </tr>`;
