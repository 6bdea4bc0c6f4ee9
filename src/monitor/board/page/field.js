import { byId, element, setAttribute, setStyle, setText } from './dom.js';
import { moneyIn, nearestRule, standing } from './exits.js';

/**
 * All positions on one line between their exits: the state of the account at a glance.
 * @import { Board, PositionView } from './types'
 */

const SVG = 'http://www.w3.org/2000/svg';
const RADIUS_MIN = 3;
const RADIUS_MAX = 11;
const HEIGHT = 92;
const NEAR_PERCENT = 0.5;
const NAMES_MAX = 5;
/** What a name takes, in percent of the field and px. */
const NAME_WIDTH = 12;
const NAME_HEIGHT = 12;
/** With more dots than these, their gliding would cost a phone its battery. */
const GLIDERS_MAX = 200;

/** @type {Map<string, SVGElement>} */
const dots = new Map();

/** @param {Board} board @param {Set<string> | undefined} changed */
export function drawField(board, changed) {
  const field = byId('field');
  const svg = /** @type {SVGSVGElement} */ (field.querySelector('svg'));
  for (const [key, dot] of dots) if (!board.positions.has(key)) forget(key, dot);
  const largest = Math.max(...[...board.positions.values()].map(moneyIn));
  for (const [key, position] of board.positions)
    if (changed === undefined || changed.has(key) || !dots.has(key)) drawDot(svg, key, position, largest);
  drawNames(field, board);
  setAttribute(field, 'data-glides', String(dots.size <= GLIDERS_MAX));
  setAttribute(field, 'aria-label', inWords([...board.positions.values()]));
}

/** @param {string} key @param {SVGElement} dot */
function forget(key, dot) {
  dot.remove();
  dots.delete(key);
}

/** @param {SVGSVGElement} svg @param {string} key @param {PositionView} position @param {number} largest */
function drawDot(svg, key, position, largest) {
  const dot = dots.get(key) ?? addDot(svg, key);
  const at = standing(position);
  const crowd = dots.size > GLIDERS_MAX ? 0.5 : 1;
  const radius = (RADIUS_MIN + (RADIUS_MAX - RADIUS_MIN) * Math.sqrt(moneyIn(position) / largest)) * crowd;
  setAttribute(dot, 'r', radius.toFixed(1));
  setAttribute(
    dot,
    'class',
    `dot ${(position.profit ?? 0) < 0 ? 'loss' : 'gain'}${position.close === null ? '' : ' closing'}`,
  );
  setStyle(dot, '--at', `${((at ?? 0.5) * 100).toFixed(2)}%`);
  setStyle(dot, 'opacity', at === undefined ? '0.15' : '');
  const title = /** @type {Element} */ (dot.firstElementChild);
  title.textContent = `${position.marketId} ${position.side}`;
}

/** @param {SVGSVGElement} svg @param {string} key */
function addDot(svg, key) {
  const dot = document.createElementNS(SVG, 'circle');
  dot.append(document.createElementNS(SVG, 'title'));
  dot.setAttribute('cy', String(heightOf(key)));
  svg.append(dot);
  dots.set(key, dot);
  return dot;
}

/** The dots nearest to an exit have their names beside them. @param {HTMLElement} field @param {Board} board */
function drawNames(field, board) {
  const named = placesOfNames(board);
  const names = field.getElementsByClassName('name');
  while (names.length > named.length) names.item(names.length - 1)?.remove();
  while (names.length < named.length)
    field.append(element('span', { class: 'name', 'aria-hidden': 'true' }, element('i')));
  named.forEach(({ text, at, top }, index) => {
    const name = /** @type {HTMLElement} */ (names.item(index));
    setAttribute(name, 'data-end', at < 50 ? 'left' : 'right');
    setStyle(name, '--at', `${at.toFixed(2)}%`);
    setStyle(name, 'top', `${top}px`);
    setText(/** @type {Element} */ (name.firstElementChild), text);
  });
}

/** Where two would cover each other, the nearer one has its name. @param {Board} board */
function placesOfNames({ positions }) {
  const near = [...positions]
    .map(([key, position]) => ({ key, position, distance: nearestRule(position)?.distancePercent ?? Infinity }))
    .filter(({ distance }) => distance < NEAR_PERCENT)
    .sort((one, other) => one.distance - other.distance);
  /** @type {{ text: string, at: number, top: number }[]} */
  const named = [];
  for (const { key, position } of near.slice(0, 3 * NAMES_MAX)) {
    const place = {
      text: position.marketId.replace(/USDT$/, ''),
      at: (standing(position) ?? 0.5) * 100,
      top: heightOf(key),
    };
    const isFree = named.every(
      ({ at, top }) => Math.abs(at - place.at) > NAME_WIDTH || Math.abs(top - place.top) > NAME_HEIGHT,
    );
    if (isFree && named.length < NAMES_MAX) named.push(place);
  }
  return named;
}

/** @param {string} key in px from the top */
const heightOf = (key) => Math.round(HEIGHT * (0.17 + 0.55 * fractionOf(key)));

/** Always the same height for the same position: between 0 and 1. @param {string} key */
function fractionOf(key) {
  let hash = 2166136261;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** @param {PositionView[]} positions */
function inWords(positions) {
  const near = positions.filter((position) => (nearestRule(position)?.distancePercent ?? Infinity) < NEAR_PERCENT);
  const inProfit = positions.filter(({ profit }) => (profit ?? 0) > 0);
  return `${positions.length} positions: ${inProfit.length} in profit, ${near.length} within ${NEAR_PERCENT} % of an exit`;
}
