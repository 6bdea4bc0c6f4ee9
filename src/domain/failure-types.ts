/** Every trouble a close can name, in one table. docs/failure-modes.md has a row for each; a test holds the two together. */
export const FAILURE_TYPES = {
  VenueUnreachable: {
    meaning: 'the venue did not answer, or not in a form that can be read',
    who: 'nobody yet: the close looks again',
  },
  VenueThrottled: {
    meaning: 'the venue asks for fewer requests (429, 418, -1003, -1015)',
    who: 'nobody yet: the close waits as long as told',
  },
  CredentialsRefused: {
    meaning: 'the venue refuses the API key, its signature or its permissions',
    who: 'whoever owns the key',
  },
  VenueHalted: {
    meaning: 'the venue takes no orders in this market at present',
    who: 'the operator: the close goes on when trading does',
  },
  OrderRefused: {
    meaning: 'the venue refuses the order itself and says why',
    who: 'the operator, with the venue’s words',
  },
  OrderTooLate: {
    meaning: 'the order was not sent: its reading of the position had grown old',
    who: 'nobody: it is read anew',
  },
  OrderUnresolved: {
    meaning: 'an order’s fate stays open, so nothing else is sent',
    who: 'the operator: look at the venue’s order history',
  },
  InvariantViolated: {
    meaning: 'our own code found itself wrong, and sends nothing more',
    who: 'the engineers; the operator closes the position by hand and releases the close',
  },
  WorkerTrouble: { meaning: 'an activity failed in our own code', who: 'the engineers: the history has the message' },
} as const;

export type FailureType = keyof typeof FAILURE_TYPES;

/** The market, the network or a key being difficult, as a value. */
export interface Trouble {
  type: FailureType;
  /** One sentence, in the venue's own words where it spoke. */
  detail: string;
  /** Only waiting will not mend it. */
  needsPerson: boolean;
  /** The venue's own word on when to come back, ms. */
  retryAfterMs?: number | undefined;
  /** Nothing is amiss: the order has a place in a window of the venue's, and `retryAfterMs` is when. */
  inTurn?: true | undefined;
}
