import type { ProofBody } from '../../file/proof-file';
import { flatWord, headlineOf } from '../headline';
import { lasting, moment, wanted } from '../words';
import { html } from './html';
import type { Html } from './html';
import { classOf, sign } from './pill';

/** First of all: the verdict, how it ended, and the figures that people ask for. */
export function verdictPanel(proof: ProofBody): Html {
  const headline = headlineOf(proof);
  const { outcome, because, checks, verdict } = headline;
  return html`<section class="verdict whole ${classOf(verdict)}">
    <div class="top">
      <span class="seal">${sign(verdict)}${verdict}</span>
      <div>
        <span class="${headline.isFlat === true ? 'flat' : 'flat open'}">${flatWord(headline)}: ${outcome}</span
        ><br /><span class="soft">${checks}</span>
      </div>
      <div class="side">${proof.workflowId}<br />${moment(proof.reading.times.startedAt)}</div>
    </div>
    <p class="because">${because}</p>
    <dl class="facts">
      ${factsOf(proof).map(
        ([name, value, more]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}${more === undefined ? null : html`<small>${more}</small>`}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

type Fact = [name: string, value: string, more?: string];

const factsOf = ({ reading }: ProofBody): Fact[] => {
  const { decision, result, money, times, rounds, nakedMs } = reading;
  const orders = rounds.flatMap((round) => round.orders).length;
  return [
    ['Why', decision?.reason ?? 'not said', decision === null ? undefined : `by ${decision.source}`],
    [
      'Asked to close',
      decision === null ? 'not said' : wanted(decision.quantity),
      `of ${result?.startQuantity ?? openAtFirst(reading)}`,
    ],
    ['Executed', money.executedQuantity, inOrders(money.averagePrice, orders)],
    ['Left by the venue’s word', result?.remainingQuantity ?? lastRead(reading)],
    ['Profit by price', profit(reading), 'before fees and funding'],
    ['Decision to order', lasting(times.decisionToOrderMs)],
    ['Order to flat', lasting(times.orderToFlatMs)],
    ['Decision to flat', lasting(times.decisionToFlatMs)],
    [
      'Without its stop',
      nakedMs === null ? 'none was seen' : lasting(nakedMs),
      nakedMs === null ? undefined : 'at most',
    ],
  ].map((fact) => fact.filter((part) => part !== undefined) as Fact);
};

const inOrders = (averagePrice: string | null, orders: number): string =>
  `${averagePrice === null ? '' : `${averagePrice} on average, `}in ${orders} ${orders === 1 ? 'order' : 'orders'}`;

const openAtFirst = ({ positions }: ProofBody['reading']): string => positions[0]?.quantity ?? 'a position nobody read';

const lastRead = ({ positions }: ProofBody['reading']): string => positions.at(-1)?.quantity ?? 'never read';

const profit = ({ money: { grossProfit, currency } }: ProofBody['reading']): string =>
  grossProfit === null
    ? '–'
    : `${grossProfit.startsWith('-') ? '−' : '+'}${grossProfit.replace('-', '')} ${currency ?? ''}`.trim();
