/** Numbers and times as people read them. */

const MINUS = '−';
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Groups the digits of decimal text, and leaves its precision alone. @param {string} text */
export function price(text) {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A price that a rule has worked out, with as many places as the market's own. @param {number} level @param {string} like */
export function level(level, like) {
  const places = like.split('.')[1]?.length ?? 0;
  return price(level.toFixed(Math.min(Math.max(places, level < 10 ? 4 : 1), 8)));
}

/** @param {number} amount @param {number} [places] */
export function signed(amount, places = 2) {
  const text = price(Math.abs(amount).toFixed(places));
  if (Number(text.replaceAll(',', '')) === 0) return text;
  return `${amount < 0 ? MINUS : '+'}${text}`;
}

/** @param {number} share in percent */
export const percent = (share) => `${share.toFixed(2)} %`;

/** @param {number} ms */
export function lasting(ms) {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  if (ms < MINUTE_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
  if (ms < HOUR_MS) return two(ms, MINUTE_MS, 'min', SECOND_MS, 's');
  return ms < DAY_MS ? two(ms, HOUR_MS, 'h', MINUTE_MS, 'min') : two(ms, DAY_MS, 'd', HOUR_MS, 'h');
}

/** How long a position is held: minutes are fine enough. @param {number} ms */
export const held = (ms) => (ms < MINUTE_MS ? 'just now' : lasting(Math.floor(ms / MINUTE_MS) * MINUTE_MS));

/** @param {number} ms */
export function ago(ms) {
  if (ms < 5 * SECOND_MS) return 'now';
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s ago`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min ago`;
  return ms < DAY_MS ? `${Math.floor(ms / HOUR_MS)} h ago` : `${Math.floor(ms / DAY_MS)} d ago`;
}

/** @param {number} ms @param {number} large @param {string} ofLarge @param {number} small @param {string} ofSmall */
function two(ms, large, ofLarge, small, ofSmall) {
  const rest = Math.floor((ms % large) / small);
  const first = `${Math.floor(ms / large)} ${ofLarge}`;
  return rest === 0 ? first : `${first} ${rest} ${ofSmall}`;
}

/** 'takeProfit' as 'take profit', 'TAKE_PROFIT' too. @param {string} name */
export const plain = (name) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

/** @param {'long' | 'short'} side */
export const sideWord = (side) => (side === 'long' ? '▲ long' : '▼ short');
