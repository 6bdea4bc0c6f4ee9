import type { Trouble } from '../src/domain/failure-types';
import { VenueError } from '../src/exchange/venue-error';

/** The trouble a venue read ran into. Anything that is not the venue's doing is ours, and is thrown on. */
export function troubleFrom(error: unknown): Trouble {
  if (error instanceof VenueError) return error.trouble;
  throw error;
}
