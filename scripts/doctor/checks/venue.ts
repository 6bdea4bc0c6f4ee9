import { VenueError } from '../../../src/exchange/venue-error';
import { found } from '../findings';
import type { Check } from '../patient';

/** The venue answers to what needs no key. */
export const venue: Check = async (patient) => {
  const { venue: venueId } = patient.account;
  try {
    await patient.venue;
    return [found('venue.answers', `${venueId} answers`)];
  } catch (error) {
    if (error instanceof VenueError) return [found('venue.away', error.message)];
    throw error;
  }
};
