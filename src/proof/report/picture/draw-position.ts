import { max } from '../../../domain/decimal';
import type { PositionRead, Reading } from '../../reading/reading';
import { html } from '../html/html';
import type { Html } from '../html/html';
import { round, SHEET } from './axis';
import type { Axis } from './axis';

export const CHART = { top: 18, bottom: 168 } as const;

/** What was open, from reading to reading. Between two readings it is drawn as the earlier one said: nobody knows better. */
export function drawPosition({ positions }: Reading, axis: Axis): Html {
  if (positions.length === 0)
    return html`<text class="lane none" x="${SHEET.left}" y="${CHART.bottom - 60}">the position was never read</text>`;
  const most = positions.map(({ quantity }) => quantity).reduce(max);
  const y = (quantity: string): number =>
    round(CHART.bottom - (Number(quantity) / (Number(most) || 1)) * (CHART.bottom - CHART.top - 14));
  const steps = stepsOf(positions, axis, y);
  return html` <text class="lane" x="${SHEET.left - 14}" y="${y(most) + 4}">${most}</text>
    <text class="lane" x="${SHEET.left - 14}" y="${CHART.bottom + 4}">flat</text>
    <line class="rail" x1="${SHEET.left}" x2="${SHEET.right}" y1="${CHART.bottom}" y2="${CHART.bottom}" />
    <path class="area" d="${steps} V${CHART.bottom} H${axis.x(Date.parse(positions[0]?.at ?? ''))} Z" />
    <path class="step" d="${steps}" />
    ${positions.map((read) => drawRead(read, axis.x(Date.parse(read.at)), y(read.quantity)))}
    ${drawStop(positions, axis)}`;
}

function stepsOf(positions: readonly PositionRead[], axis: Axis, y: (quantity: string) => number): string {
  const [first, ...rest] = positions.map(({ at, quantity }) => ({ x: axis.x(Date.parse(at)), y: y(quantity) }));
  return `M${first?.x} ${first?.y}${rest.map(({ x, y: to }) => `H${x}V${to}`).join('')}H${SHEET.right}`;
}

const drawRead = ({ eventId, quantity, readAt, isAnother }: PositionRead, x: number, y: number): Html =>
  html`<circle class="${isAnother ? 'read another' : 'read'}" cx="${x}" cy="${y}" r="3.6"
    ><title>
      event ${eventId}: the venue read ${quantity} at ${readAt}${isAnother ? ', another position' : ''}
    </title></circle
  >`;

/** A bar while a stop was seen to rest beside the position. */
function drawStop(positions: readonly PositionRead[], axis: Axis): Html {
  const spans = positions.flatMap((read, at) => {
    const next = positions[at + 1];
    return read.hasStop === true
      ? [{ from: axis.x(Date.parse(read.at)), to: next === undefined ? SHEET.right : axis.x(Date.parse(next.at)) }]
      : [];
  });
  if (spans.length === 0) return html``;
  return html`${spans.map(({ from, to }) => html`<line class="stop" x1="${from}" x2="${Math.max(to, from + 2)}" y1="${CHART.bottom - 5}" y2="${CHART.bottom - 5}"><title>a stop rested beside it</title></line>`)}
    <text class="id" x="${(spans[0]?.from ?? 0) + 6}" y="${CHART.bottom - 11}">stop beside it</text>`;
}
