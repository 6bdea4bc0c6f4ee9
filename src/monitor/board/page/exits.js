/**
 * How near a position is to its exits.
 * @import { PositionView, RuleView } from './types'
 */

/** @typedef {RuleView & { level: number, distancePercent: number }} SeenRule */

/** Rules that can fire now, nearest first. @param {PositionView} position @returns {SeenRule[]} */
export const liveRules = ({ rules }) =>
  rules
    .filter((rule) => rule.state === 'armed' || rule.state === 'firing')
    .filter(hasLevel)
    .sort((one, other) => one.distancePercent - other.distancePercent);

/** @param {PositionView} position @returns {SeenRule | undefined} */
export const nearestRule = (position) => liveRules(position)[0];

/** @param {RuleView} rule @returns {rule is SeenRule} */
const hasLevel = (rule) => rule.level !== null && rule.distancePercent !== null;

/** The way of a profit: up for a long, down for a short. @param {PositionView} position */
export const wayOf = ({ side }) => (side === 'long' ? 1 : -1);

/**
 * Where the mark price stands between the nearest exits on either side: 0 at the one of loss, 1 at the one of profit.
 * Undefined where one of them, or the price, is not known.
 * @param {PositionView} position
 */
export function standing(position) {
  const mark = Number(position.markPrice);
  const way = wayOf(position);
  if (position.markPrice === null) return undefined;
  const off = liveRules(position).map(({ level }) => (level - mark) * way);
  const [loss, profit] = [Math.max(...off.filter((one) => one <= 0)), Math.min(...off.filter((one) => one > 0))];
  if (!Number.isFinite(loss)) return undefined;
  return Number.isFinite(profit) ? -loss / (profit - loss) : undefined;
}

/** Money in the position, by the mark or else the entry price. @param {PositionView} position */
export const moneyIn = ({ quantity, markPrice, entryPrice }) => Number(quantity) * Number(markPrice ?? entryPrice);

/** Rules that do not see, and guards that keep them from firing. @param {PositionView} position */
export const alertsOf = ({ rules, warnings, rebuilt }) => [
  ...warnings,
  ...rules
    .filter(({ state }) => state === 'blind')
    .map(({ rule, because }) => `${rule} is blind: ${because ?? 'it does not say why'}`),
  ...(rebuilt ? ['best price and time held were rebuilt after a restart, and may be less than the truth'] : []),
];
