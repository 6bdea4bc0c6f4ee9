import { ENDPOINTS } from '../../engine/endpoints';
import { FAULT_KINDS, FAULT_MOMENTS } from '../../faults/fault';
import type { Fault } from '../../faults/fault';
import { isMethodServed } from '../order-api/methods';
import { SESSION_ENDPOINTS } from '../session-endpoints';
import type { Venue } from '../venue';
import { bad } from './bad-input';
import { readFields, readInteger, readString, readWord, refuseOthers } from './fields';
import type { Fields } from './fields';

const FIELDS = ['route', 'when', 'kind', 'status', 'code', 'msg', 'ms', 'atByte', 'times', 'match'];
const DELAY_MAX_MS = 600_000;

const isServed = (route: string): boolean =>
  ENDPOINTS[route] !== undefined ||
  SESSION_ENDPOINTS[route] !== undefined ||
  (route.startsWith('WS ') && isMethodServed(route.slice('WS '.length)));

/** A fault on a route that does not exist would wait for ever. */
const readRoute = (value: unknown): string => {
  const route = readString(value, 'route');
  if (!isServed(route)) throw bad('route', `"${route}" is not served here (example: "POST /fapi/v1/order")`);
  return route;
};

const readMatch = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readFields(value, 'match')).map(([name, wanted]) => [name, readString(wanted, `match.${name}`)]),
  );

const readOptional = (fields: Fields): Partial<Fault> => ({
  ...(fields['status'] === undefined ? {} : { status: readInteger(fields['status'], 'status', 200, 999) }),
  ...(fields['code'] === undefined ? {} : { code: readInteger(fields['code'], 'code', -99_999) }),
  ...(fields['msg'] === undefined ? {} : { msg: readString(fields['msg'], 'msg') }),
  ...(fields['atByte'] === undefined ? {} : { atByte: readInteger(fields['atByte'], 'atByte', 0) }),
  ...(fields['ms'] === undefined ? {} : { ms: readInteger(fields['ms'], 'ms', 0, DELAY_MAX_MS) }),
});

export const addFault = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  refuseOthers(fields, FIELDS);
  const kind = readWord(fields['kind'], 'kind', FAULT_KINDS);
  if ((kind === 'delay' || kind === 'late') && fields['ms'] === undefined)
    throw bad('ms', `must be given for a ${kind}`);
  const { id } = venue.faults.add({
    route: readRoute(fields['route']),
    when: readWord(fields['when'], 'when', FAULT_MOMENTS),
    kind,
    ...readOptional(fields),
    times: fields['times'] === undefined ? 1 : readInteger(fields['times'], 'times', 1),
    match: fields['match'] === undefined ? {} : readMatch(fields['match']),
  });
  return { id };
};

export const clearFaults = (venue: Venue): unknown => {
  venue.faults.clear();
  return { faults: 0 };
};
