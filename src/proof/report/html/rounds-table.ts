import type { OrderStory, Reading, Round } from '../../reading/reading';
import { sayFate, saySubmission } from '../../reading/say-order';
import { html } from './html';
import type { Html } from './html';

/** A held close may have met the same thing thousands of times: the raw history has each. */
const SHOWN_MAX = 60;

/** What was read, sent, answered and settled, round by round. */
export function roundsTable({ rounds }: Reading): Html {
  if (rounds.length === 0) return html``;
  const shown =
    rounds.length > SHOWN_MAX ? [...rounds.slice(0, SHOWN_MAX / 2), ...rounds.slice(-SHOWN_MAX / 2)] : rounds;
  const left = rounds.length - shown.length;
  return html`<section>
    <h2>Rounds</h2>
    <div class="wide">
      <table class="rounds">
        <thead>
          <tr>
            <th>Round</th>
            <th>Read</th>
            <th>Sent</th>
            <th>Answered</th>
            <th>Settled</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((round) => rowsOf(round, rounds.indexOf(round) + 1))}
        </tbody>
      </table>
    </div>
    ${left > 0 ? html`<p class="soft">${left} rounds in the middle are left out here; the history has them all.</p>` : null}
  </section>`;
}

function rowsOf({ read, orders, cancelled }: Round, number: number): Html {
  const says = [
    read?.says ?? 'nothing',
    ...(cancelled?.cancelled ?? []).map((order) => `then cancelled ${order}`),
  ].join('; ');
  if (orders.length === 0)
    return html`<tr>
      <td>${number}</td>
      <td>${says}</td>
      <td class="soft">nothing</td>
      <td></td>
      <td></td>
    </tr>`;
  return html`${orders.map(
    (story, at) =>
      html`<tr>
        <td>${at === 0 ? number : null}</td>
        <td>${at === 0 ? says : null}</td>
        ${orderCells(story)}
      </tr>`,
  )}`;
}

const orderCells = ({ order, restores, answer, fate }: OrderStory): Html =>
  html` <td>
      ${order.side}
      ${order.quantity}${order.pricing.type === 'limit' ? ` at ${order.pricing.price} ${order.pricing.timeInForce}` : ' at market'},
      ${by(order.reducingBy)}${restores === null ? null : `, puts ${restores} back`}<small
        ><code>${order.clientOrderId}</code></small
      >
    </td>
    <td>${answer === null ? html`<span class="soft">not yet</span>` : saySubmission(answer.submission).says}</td>
    <td>${fate === null ? html`<span class="soft">–</span>` : sayFate(fate.fate)}</td>`;

const by = (reducingBy: OrderStory['order']['reducingBy']): string =>
  'leg' in reducingBy ? `of the ${reducingBy.leg} leg` : 'reduceOnly';
