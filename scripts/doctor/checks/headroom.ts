import type { WeightUsed } from '../../../src/exchange/watch-port';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** A storm of closes needs reads at once: more than this part of a minute's weight should be free when none is on. */
const SCARCE = 0.5;

/** What is used of the venue's limit by everything that asks from this address. */
export const headroom: Check = async (patient) => {
  const venue = await patient.venue;
  // The count comes with an answer.
  await patient.state.catch(() => undefined);
  return [judgeHeadroom(venue.weightUsed())];
};

export function judgeHeadroom({ used1m, limit1m }: WeightUsed): Finding {
  if (used1m === null || limit1m === null)
    return found('headroom.untold', 'the venue has not said what is used of its limit');
  const says = `${used1m} of ${limit1m} weight are used in this minute`;
  return used1m > limit1m * SCARCE ? found('headroom.scarce', says) : found('headroom.ample', says);
}
