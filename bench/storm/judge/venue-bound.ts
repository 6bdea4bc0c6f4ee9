/** What the venue lets one account order: at once, per ten seconds, and per minute. */
export const ORDERS_10S = 300;
const ORDERS_1M = 1_200;
const PER_SECOND = ORDERS_10S / 10;
const WINDOW = 10;
const WINDOWS_IN_MINUTE = 6;

/** The least seconds in which so many positions can be closed: 300 at once, and 30 a second after them. Null where all go at once. */
export const venueBound = (positions: number): number | null =>
  positions <= ORDERS_10S ? null : (positions - ORDERS_10S) / PER_SECOND;

/** How many the bound lets be flat after so many seconds. */
export const allowedBy = (seconds: number, positions: number): number =>
  seconds < 0 ? 0 : Math.min(positions, ORDERS_10S + PER_SECOND * seconds);

/**
 * The same by the venue's windows as they are: they begin on the full ten seconds of its clock, so it matters how far into
 * one a storm begins. Seconds from then until the window that takes the last order.
 */
export function windowsBound(positions: number, beginsAtMs: number): number {
  const begins = beginsAtMs / 1000;
  const first = Math.floor(begins / WINDOW);
  let left = positions;
  let leftInMinute = ORDERS_1M;
  for (let window = first; ; window += 1) {
    if (window % WINDOWS_IN_MINUTE === 0) leftInMinute = ORDERS_1M;
    const taken = Math.min(ORDERS_10S, leftInMinute, left);
    left -= taken;
    leftInMinute -= taken;
    if (left === 0) return Math.max(0, window * WINDOW - begins);
  }
}
