import { blind, exit, stay } from './judgements';
import type { Rule } from './rule';
import { showDuration } from './show-duration';

export interface MaxHoldSettings {
  afterMs: number;
}

/** Exits a position that has been held for `afterMs`. It needs no price, so that it works while the market cannot be seen. */
export const maxHold: Rule<MaxHoldSettings> = {
  name: 'maxHold',
  reason: 'MAX_HOLD',
  judge({ heldForMs }, { afterMs }) {
    if (heldForMs === null) return blind('not known since when it is held');
    // A clock that was set back: the position would have been opened in the future.
    if (!Number.isFinite(heldForMs) || heldForMs < 0) return blind(`held for ${heldForMs} ms: a clock is wrong`);
    return heldForMs >= afterMs ? exit(null, `held for ${showDuration(afterMs)}`) : stay(null);
  },
};
