import { liveRules, wayOf } from './exits.js';

/**
 * The line on which a position is drawn: loss on the left, profit on the right, whichever way the position is.
 * @import { PositionView, RuleView } from './types'
 */

const MARGIN = 0.06;
/** A liquidation price further away than so many times the rest would squash it. */
const FAR = 1.2;

/** @typedef {{ rule: RuleView, at: number, kind: 'stop' | 'target' | 'trail' | 'danger', waits: boolean }} Pin */
/** @typedef {{ mark: number, entry: number, pins: Pin[], beyond: Pin[] }} Scale in percent of the line */

/** @type {Record<string, Pin['kind']>} */
const KINDS = { TAKE_PROFIT: 'target', TRAILING_STOP: 'trail', LIQUIDATION_RISK: 'danger' };

/** @param {PositionView} position @returns {Scale | undefined} undefined where there is no price, or no exit to draw */
export function scaleOf(position) {
  if (position.markPrice === null) return undefined;
  const [mark, entry, way] = [Number(position.markPrice), Number(position.entryPrice), wayOf(position)];
  const drawn = position.rules.filter(({ level, state }) => level !== null && state !== 'blind');
  const core = [mark, entry, ...drawn.filter(isCore).map(({ level }) => Number(level))].map((price) => price * way);
  if (liveRules(position).length === 0) return undefined;
  const place = placer(Math.min(...core), Math.max(...core));
  const pins = drawn.map((rule) => pinOf(rule, place(Number(rule.level) * way)));
  const isOn = (/** @type {Pin} */ { at }) => at >= 0 && at <= 100;
  return {
    mark: place(mark * way),
    entry: place(entry * way),
    pins: pins.filter(isOn),
    beyond: pins.filter((pin) => !isOn(pin)),
  };
}

/** @param {RuleView} rule */
const isCore = ({ reason }) => reason !== 'LIQUIDATION_RISK';

/** @param {number} low @param {number} high @returns {(price: number) => number} */
function placer(low, high) {
  const span = (high - low || Math.abs(high) || 1) * (1 + 2 * MARGIN);
  const from = low - span * (MARGIN / (1 + 2 * MARGIN));
  return (price) => {
    const at = ((price - from) / span) * 100;
    return at < -100 * FAR ? -Infinity : at;
  };
}

/** @param {RuleView} rule @param {number} at @returns {Pin} */
const pinOf = (rule, at) => ({ rule, at, kind: KINDS[rule.reason] ?? 'stop', waits: rule.state === 'waiting' });
