import { copyOf, part, setAttribute, setLink, setText, show } from './dom.js';
import { alertsOf } from './exits.js';
import { gauge } from './gauge.js';
import { trail } from './trail.js';
import { held, percent, plain, price, sideWord, signed } from './words.js';

/**
 * One position in the table.
 * @import { PositionView } from './types'
 */

const OLD_PRICE_MS = 5_000;

/** @param {{ onClose(): void, onDisclose(): void }} acts */
export function makeRow(acts) {
  const row = copyOf('position-row');
  const drawGauge = gauge(part(row, 'gauge'));
  const drawTrail = trail(part(row, 'trail'));
  part(row, 'close').addEventListener('click', acts.onClose);
  part(row, 'disclose').addEventListener('click', acts.onDisclose);

  /** @param {PositionView} position @param {readonly number[]} prices @param {boolean} mayClose */
  const draw = (position, prices, mayClose) => {
    drawNames(row, position);
    drawMoney(row, position);
    drawAlert(part(row, 'alert'), alertsOf(position));
    drawGauge(position);
    drawTrail(position, prices);
    drawActions(row, position, mayClose);
  };
  return { row, draw };
}

/** @param {HTMLElement} row @param {PositionView} position */
function drawNames(row, { symbol, marketId, side, quantity, heldForMs, rebuilt }) {
  const [base = '', rest = ''] = symbol.split('/');
  setText(part(row, 'base'), base);
  setText(part(row, 'quote'), `/${rest.split(':')[0] ?? ''}`);
  setAttribute(part(row, 'disclose'), 'aria-label', `${marketId} ${side}: its rules`);
  setText(part(row, 'side'), sideWord(side));
  setAttribute(part(row, 'side'), 'data-side', side);
  setText(part(row, 'quantity'), price(quantity));
  setText(part(row, 'held'), heldForMs === null ? '–' : `${rebuilt ? '≥ ' : ''}${held(heldForMs)}`);
}

/** @param {HTMLElement} row @param {PositionView} position */
function drawMoney(row, { markPrice, entryPrice, priceAgeMs, profit, profitPercent }) {
  const isOld = priceAgeMs !== null && priceAgeMs >= OLD_PRICE_MS;
  setText(part(row, 'mark'), markPrice === null ? 'no price' : price(markPrice));
  setText(part(row, 'entry'), isOld ? `${Math.floor(priceAgeMs / 1000)} s old` : `from ${price(entryPrice)}`);
  setAttribute(part(row, 'entry'), 'data-old', String(isOld));
  setText(part(row, 'profit'), profit === null ? '–' : signed(profit));
  setText(part(row, 'percent'), profitPercent === null ? '' : `${signed(profitPercent)} %`);
  setAttribute(row, 'data-way', profit === null ? 'none' : profit < 0 ? 'loss' : 'gain');
}

/** @param {HTMLElement} place @param {string[]} alerts */
function drawAlert(place, alerts) {
  show(place, alerts.length > 0);
  setText(place, alerts.length === 1 ? '⚠ 1 warning' : `⚠ ${alerts.length} warnings`);
  setAttribute(place, 'title', alerts.join('\n'));
}

/** @param {HTMLElement} row @param {PositionView} position @param {boolean} mayClose */
function drawActions(row, { marketId, side, close }, mayClose) {
  const link = part(row, 'closing');
  setAttribute(row, 'data-closing', close === null ? 'no' : close.state === 'held' ? 'held' : 'yes');
  show(link, close !== null);
  show(part(row, 'close'), mayClose && (close === null || close.state === 'held'));
  setAttribute(part(row, 'close'), 'aria-label', `Close ${marketId} ${side}…`);
  if (close === null) return;
  setText(link, close.state === 'held' ? 'held ↗' : 'closing ↗');
  setAttribute(link, 'aria-label', `${marketId} ${side} is ${close.state}: its history in the Temporal UI`);
  setLink(link, close.uiLink);
}

/** The rules of a position, one a line. @param {PositionView} position */
export const rulesInWords = (position) => [
  ...alertsOf(position).map((says) => ({ name: '⚠', says, state: 'blind' })),
  ...position.rules.map(({ rule, state, level, distancePercent, because }) => ({
    name: plain(rule),
    says: [
      state,
      ...(level === null
        ? []
        : [`${state === 'waiting' ? 'arms' : 'fires'} at ${price(String(Number(level.toPrecision(8))))}`]),
      ...(distancePercent === null ? [] : [`${percent(distancePercent)} away`]),
      ...(because === undefined ? [] : [because]),
    ].join(' · '),
    state,
  })),
];
