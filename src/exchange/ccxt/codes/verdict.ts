import type { FailureType } from '../../../domain/failure-types';
import type { AfterRejection, UnknownCause } from '../../../domain/submission';

/** What a code makes us doubt of our own knowledge, so that it is read again. */
export type Doubt = 'clock' | 'rules';

/** What the venue's word on an order means. `trouble` is also what a read names that ends this way. */
export type Verdict = { trouble?: FailureType; doubt?: Doubt } & (
  | { outcome: 'rejected'; next: AfterRejection }
  | { outcome: 'notSent'; trouble: FailureType }
  | { outcome: 'unknown'; cause: UnknownCause }
);

/** A code, its verdict, and what the venue means by it. */
export type CodeLine = readonly [code: string, verdict: Verdict, meaning: string];

/** The order is refused on what it says of the position: look again. */
export const REREAD: Verdict = { outcome: 'rejected', next: 'reread' };
/** The order does not fit the symbol's rules: they may have changed since they were read. */
export const NEW_RULES: Verdict = { outcome: 'rejected', next: 'reread', doubt: 'rules' };
/** No trading in the symbol. Its rules, read again, say so. */
export const HALTED: Verdict = { outcome: 'rejected', next: 'reread', trouble: 'VenueHalted', doubt: 'rules' };
/** Resting orders claim what was to be closed. */
export const CLEAR_CLAIMS: Verdict = { outcome: 'rejected', next: 'clearClaims' };
/** The market's price is outside the venue's band: a limit order may take what comes back inside it. */
export const BY_LIMIT: Verdict = { outcome: 'rejected', next: 'limit' };
/** The same order will be refused again until a person has changed something. */
export const HOLD: Verdict = { outcome: 'rejected', next: 'hold' };
/** The key, its signature or its permissions. */
export const KEY: Verdict = { outcome: 'rejected', next: 'hold', trouble: 'CredentialsRefused' };

/** Turned away at the door, unread. */
export const THROTTLED: Verdict = { outcome: 'notSent', trouble: 'VenueThrottled' };
/** Refused for its timestamp, on the venue's clock: this very request can never execute. */
export const TOO_LATE: Verdict = { outcome: 'notSent', trouble: 'OrderTooLate', doubt: 'clock' };
/** The venue documents this answer as a certain failure. */
export const FAILED: Verdict = { outcome: 'notSent', trouble: 'VenueUnreachable' };

/** The venue itself says, or may mean, that it does not know. */
export const VENUE_UNSURE: Verdict = { outcome: 'unknown', cause: 'venueDoesNotKnow' };
/** An order by our name is open: it is ours, and it is looked up. */
export const NAME_IN_USE: Verdict = { outcome: 'unknown', cause: 'nameInUse' };
/** No market order can earn this code, so it proves nothing about one. */
export const NO_PROOF: Verdict = { outcome: 'unknown', cause: 'unreadableReply' };
