import { element, setAttribute, setStyle, setText } from './dom.js';
import { nearestRule } from './exits.js';
import { scaleOf } from './scale.js';
import { level, percent, plain } from './words.js';

/**
 * A position on its line between the exits.
 * @import { Pin } from './scale.js'
 * @import { PositionView } from './types'
 */

/** @param {HTMLElement} place @returns {(position: PositionView) => void} draws it there */
export function gauge(place) {
  const fill = element('span', { class: 'fill' });
  const entry = element('span', { class: 'slide' }, element('i', { class: 'entry' }));
  const mark = element('span', { class: 'slide' }, element('i', { class: 'mark' }));
  const pins = element('span', { class: 'pins' });
  const line = element(
    'div',
    { class: 'gauge', role: 'img' },
    element('span', { class: 'rail' }),
    fill,
    entry,
    pins,
    mark,
  );
  const nearest = element('p', { class: 'nearest' });
  place.append(line, nearest);

  return (position) => {
    const scale = scaleOf(position);
    setAttribute(line, 'data-seen', String(scale !== undefined));
    setAttribute(line, 'data-way', (position.profit ?? 0) < 0 ? 'loss' : 'gain');
    setAttribute(line, 'aria-label', inWords(position));
    drawNearest(nearest, position);
    if (scale === undefined) return;
    slide(entry, scale.entry);
    slide(mark, scale.mark);
    const [from, to] = [Math.min(scale.entry, scale.mark), Math.max(scale.entry, scale.mark)];
    setStyle(fill, '--from', `${from.toFixed(2)}%`);
    setStyle(fill, '--share', ((to - from) / 100).toFixed(4));
    drawPins(pins, scale.pins, position);
  };
}

/** @param {HTMLElement} node @param {number} at in percent of the line */
const slide = (node, at) => setStyle(node, '--at', `${at.toFixed(2)}%`);

/** @param {HTMLElement} place @param {Pin[]} pins @param {PositionView} position */
function drawPins(place, pins, position) {
  while (place.children.length > pins.length) place.lastElementChild?.remove();
  while (place.children.length < pins.length) place.append(element('span', { class: 'slide' }, element('i')));
  pins.forEach(({ rule, at, kind, waits }, index) => {
    const node = /** @type {HTMLElement} */ (place.children[index]);
    slide(node, at);
    const pin = /** @type {HTMLElement} */ (node.firstElementChild);
    setAttribute(pin, 'class', `pin ${kind}${waits ? ' waits' : ''}`);
    setAttribute(
      pin,
      'title',
      `${plain(rule.rule)} ${level(Number(rule.level), position.entryPrice)}${waits ? ', not armed yet' : ''}`,
    );
  });
}

/** @param {HTMLElement} place @param {PositionView} position */
function drawNearest(place, position) {
  const rule = nearestRule(position);
  setAttribute(place, 'data-near', rule === undefined ? 'none' : nearness(rule.distancePercent));
  if (rule === undefined)
    return setText(place, position.markPrice === null ? 'no price: the rules are blind' : 'no exit in sight');
  setText(
    place,
    rule.state === 'firing'
      ? `${plain(rule.rule)} fires`
      : `${percent(rule.distancePercent)} to ${plain(rule.rule)} at ${level(rule.level, position.entryPrice)}`,
  );
}

const NEAR_PERCENT = 0.3;
const CLOSE_PERCENT = 0.8;

/** @param {number} distance in percent */
const nearness = (distance) => (distance < NEAR_PERCENT ? 'near' : distance < CLOSE_PERCENT ? 'nearing' : 'far');

/** @param {PositionView} position */
function inWords(position) {
  const rule = nearestRule(position);
  const { marketId, side } = position;
  if (rule === undefined) return `${marketId} ${side}: no exit in sight`;
  return `${marketId} ${side}: ${percent(rule.distancePercent)} from ${plain(rule.rule)}`;
}
