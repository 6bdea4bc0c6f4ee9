import type { Venue } from '../venue';
import { ACCOUNT_EVENTS } from './account-events';
import { readFields, readWord, refuseOthers } from './fields';
import type { Fields } from './fields';

/** What happens to the connections rather than to the account. */
const CONNECTION_EVENTS = {
  listenKeyExpired: (venue: Venue, fields: Fields): unknown => {
    refuseOthers(fields, ['kind']);
    return { expired: venue.streams.killKey(venue.now()) };
  },
  disconnectStreams: (venue: Venue, fields: Fields): unknown => {
    refuseOthers(fields, ['kind']);
    return { disconnected: venue.sockets?.disconnectStreams() ?? 0 };
  },
};

const EVENTS = { ...ACCOUNT_EVENTS, ...CONNECTION_EVENTS };
const KINDS = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What venues do to people. */
export const causeEvent = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  return EVENTS[readWord(fields['kind'], 'kind', KINDS)](venue, fields);
};
