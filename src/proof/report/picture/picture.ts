import type { Reading } from '../../reading/reading';
import { html } from '../html/html';
import type { Html } from '../html/html';
import { SHEET, timeAxis } from './axis';
import { drawLane, LANE_HEIGHT } from './draw-lane';
import { CHART, drawPosition } from './draw-position';
import { lanesOf } from './lanes';

const AXIS_HEIGHT = 26;

/** The position and what was done about it, over time: a step for each reading, and a lane for each kind of event. */
export function drawPicture(reading: Reading): Html {
  const lanes = lanesOf(reading);
  const times = [...lanes.flatMap(({ marks }) => marks), ...reading.positions].map(({ at }) => Date.parse(at));
  const axis = timeAxis(Math.min(...times), Math.max(...times));
  const bottom = CHART.bottom + 14 + lanes.length * LANE_HEIGHT;
  const height = bottom + AXIS_HEIGHT;
  return html`<svg class="picture" viewBox="0 0 ${SHEET.width} ${height}" role="img" aria-label="${aria(reading)}">
    ${axis.ticks.map(({ x, label }) => drawTick(x, label, bottom))} ${drawPosition(reading, axis)}
    ${lanes.map((lane, at) => drawLane(lane, CHART.bottom + 14 + at * LANE_HEIGHT, axis))}
  </svg>`;
}

const drawTick = (x: number, label: string, bottom: number): Html =>
  html` <line class="grid" x1="${x}" x2="${x}" y1="${CHART.top}" y2="${bottom}" />
    <text class="tick" x="${x}" y="${bottom + 18}">${label}</text>`;

/** For those who do not see it. */
const aria = ({ positions, rounds }: Reading): string =>
  `Position over time: ${positions.map(({ quantity }) => quantity).join(', then ') || 'never read'}; ` +
  `${rounds.flatMap(({ orders }) => orders).length} orders sent`;
