import type { Trouble } from '../domain/failure-types';

/** A read that the venue did not answer as asked. Carries the trouble it is, so that callers need no ccxt class. */
export class VenueError extends Error {
  override readonly name = 'VenueError';
  constructor(
    readonly trouble: Trouble,
    options?: ErrorOptions,
  ) {
    super(trouble.detail, options);
  }
}
