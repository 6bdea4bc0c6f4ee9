import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** Orders are signed by the venue's clock, as estimated; what is stamped by ours is hard to compare beyond this, ms. */
const NEAR_MS = 1_000;

export const clock: Check = async (patient) => [judgeOffset((await patient.venue).clockOffsetMs())];

export function judgeOffset(offsetMs: number): Finding {
  const apart = Math.round(Math.abs(offsetMs));
  const says = `this machine’s clock is ${apart} ms ${offsetMs < 0 ? 'ahead of' : 'behind'} the venue’s`;
  return apart <= NEAR_MS ? found('clock.near', says) : found('clock.off', says);
}
