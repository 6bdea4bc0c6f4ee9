import { html } from '../html/html';
import type { Html } from '../html/html';
import { SHEET } from './axis';
import type { Axis } from './axis';
import type { Lane, Mark } from './lanes';

export const LANE_HEIGHT = 26;

/** Event ids nearer to each other than this would be written on top of one another. */
const ROOM = 20;

export function drawLane({ name, marks }: Lane, top: number, axis: Axis): Html {
  const middle = top + LANE_HEIGHT / 2;
  const placed = marks.map((mark) => ({ mark, x: axis.x(Date.parse(mark.at)) }));
  return html` <text class="lane" x="${SHEET.left - 14}" y="${middle + 4}">${name}</text>
    <line class="rail" x1="${SHEET.left}" x2="${SHEET.right}" y1="${middle}" y2="${middle}" />
    ${placed.map(({ mark, x }, at) => drawMark(mark, x, middle, hasRoom(placed, at)))}`;
}

const hasRoom = (placed: readonly { x: number }[], at: number): boolean =>
  (placed[at + 1]?.x ?? Infinity) - (placed[at]?.x ?? 0) >= ROOM;

/** A link to its line in the timeline; what it says shows where a pointer rests on it. */
const drawMark = ({ eventId, says, tone }: Mark, x: number, y: number, isNamed: boolean): Html =>
  html` <a href="#event-${eventId}" class="mark ${tone}"
    ><title>event ${eventId}: ${says}</title
    >${shape(tone, x, y)}${isNamed ? html`<text class="id" x="${x + 8}" y="${y + 3.5}">${eventId}</text>` : null}</a
  >`;

/** Shapes say what colours say: a disc is well, a diamond is open, a triangle is trouble. */
function shape(tone: Mark['tone'], x: number, y: number): Html {
  if (tone === 'bad') return html`<path d="M${x} ${y - 6}l6 10.5h-12z" />`;
  if (tone === 'fair') return html`<path d="M${x} ${y - 6}l6 6l-6 6l-6 -6z" />`;
  return html`<circle cx="${x}" cy="${y}" r="${tone === 'good' ? 5 : 4.2}" />`;
}
