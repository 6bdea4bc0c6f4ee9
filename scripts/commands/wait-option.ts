import { Option } from 'commander';
import { parseDuration } from '../terminal/duration';

/** A close of an untroubled position takes a moment: without --wait, a command stays for that moment and says how it ended. */
const GLANCE_MS = 2_000;

// The longest a timer can run, near 25 days: until it ends.
const UNTIL_IT_ENDS_MS = 2 ** 31 - 1;

/** The bare flag is `true`. */
export type Wait = number | true | undefined;

export const waitOption = (what = 'close'): Option =>
  new Option('--wait [duration]', `stay until the ${what} finishes or is held, at most this long`).argParser(
    parseDuration,
  );

export function patienceOf(wait: Wait): number {
  if (wait === undefined) return GLANCE_MS;
  return wait === true ? UNTIL_IT_ENDS_MS : wait;
}
