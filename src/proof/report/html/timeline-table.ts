import type { Reading, TimelineLine } from '../../reading/reading';
import { since } from '../words';
import { html } from './html';
import type { Html } from './html';

/** The whole story, one line an event; each can be linked to by its event id. */
export const timelineTable = ({ timeline }: Reading): Html =>
  html`<section>
    <h2>Timeline</h2>
    <table class="timeline">
      <thead>
        <tr>
          <th class="number">Event</th>
          <th class="number">Time</th>
          <th>Who</th>
          <th>What</th>
        </tr>
      </thead>
      <tbody>
        ${timeline.map((line) => row(line, timeline[0]?.at ?? line.at))}
      </tbody>
    </table>
  </section>`;

const row = ({ eventId, at, who, says, isTrouble }: TimelineLine, start: string): Html =>
  html`<tr id="event-${eventId}" ${isTrouble ? html` class="trouble"` : null}>
    <td class="number">${eventId}</td>
    <td class="number soft" title="${at}">${since(at, start)}</td>
    <td class="nowrap">${who}</td>
    <td>${says}</td>
  </tr>`;
