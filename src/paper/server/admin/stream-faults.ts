import { EVENT_FAULT_KINDS } from '../../streams/event-faults';
import type { Venue } from '../venue';
import { bad } from './bad-input';
import { readFields, readInteger, readString, readWord, refuseOthers } from './fields';

const DELAY_MAX_MS = 600_000;

/** Spoils events on their way out. */
export const addStreamFault = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  refuseOthers(fields, ['kind', 'event', 'times', 'ms']);
  const kind = readWord(fields['kind'], 'kind', EVENT_FAULT_KINDS);
  if (kind === 'delay' && fields['ms'] === undefined) throw bad('ms', 'must be given for a delay');
  const { id } = venue.streams.faults.add({
    kind,
    ...(fields['event'] === undefined ? {} : { event: readString(fields['event'], 'event') }),
    ms: fields['ms'] === undefined ? 0 : readInteger(fields['ms'], 'ms', 0, DELAY_MAX_MS),
    times: fields['times'] === undefined ? 1 : readInteger(fields['times'], 'times', 1),
  });
  return { id };
};

export const clearStreamFaults = (venue: Venue): unknown => {
  venue.streams.faults.clear();
  return { streamFaults: 0 };
};
