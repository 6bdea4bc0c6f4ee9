import { nearestRule } from './exits.js';
import { positionKey } from './state.js';

/**
 * Which positions are shown, in which order.
 * @import { PositionView } from './types'
 */

/** @param {Iterable<PositionView>} positions @param {string} filter @returns {string[]} keys, the most urgent first */
export const urgentFirst = (positions, filter) =>
  [...positions]
    .filter((position) => matches(position, filter))
    .map((position) => ({ key: positionKey(position), urgency: urgencyOf(position) }))
    .sort((one, other) => one.urgency - other.urgency || one.key.localeCompare(other.key))
    .map(({ key }) => key);

/** Those that stay keep their places; those that have come stand behind them. @param {string[]} before @param {string[]} urgent */
export function inPlace(before, urgent) {
  const [now, then] = [new Set(urgent), new Set(before)];
  return [...before.filter((key) => now.has(key)), ...urgent.filter((key) => !then.has(key))];
}

/** Every word of the filter begins the market, the side, or what it is doing. @param {PositionView} position @param {string} filter */
export function matches({ marketId, symbol, side, close }, filter) {
  const names = [marketId, symbol, side, close === null ? '' : 'closing'].map((name) => name.toLowerCase());
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => names.some((name) => name.startsWith(word) || (word.length > 2 && name.includes(word))));
}

/** What is closing is settled least of all; then the distance; what has no exit in sight comes last. @param {PositionView} position */
function urgencyOf(position) {
  if (position.close !== null) return -1;
  return nearestRule(position)?.distancePercent ?? Infinity;
}
