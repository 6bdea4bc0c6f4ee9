import type { Case } from '../case';

/** Never ended: an hour after the world was well, the policy was still at it. */
export const neverEnded = ({ ending }: Case): string | null =>
  ending === null ? 'it had not ended an hour after the world was well' : null;
