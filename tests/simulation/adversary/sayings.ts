import type { Answer } from '../venue/answer';

/** What a venue under stress says instead of an answer, and whether it may have carried the request out all the same. */
export interface Saying extends Omit<Answer, 'body'> {
  readonly mayExecute: boolean;
  readonly ordersOnly?: true;
  readonly body?: unknown;
}

const NEVER = { mayExecute: false, headers: {} } as const;
const MAYBE = { mayExecute: true, headers: {} } as const;

export const SAYINGS: readonly Saying[] = [
  { ...NEVER, status: 429, code: '-1003', message: 'Too many requests.', headers: { 'Retry-After': '7' } },
  {
    ...NEVER,
    status: 418,
    code: '-1003',
    message: 'Way too many requests; IP banned.',
    headers: { 'Retry-After': '120' },
  },
  {
    ...NEVER,
    status: 429,
    code: '-1015',
    message: 'Too many new orders; current limit is 300 orders per 10 SECOND.',
    ordersOnly: true,
  },
  {
    ...NEVER,
    status: 503,
    code: '-1008',
    message: 'Request throttled by system-level protection. Please try again.',
    ordersOnly: true,
  },
  {
    ...NEVER,
    status: 503,
    code: '-1001',
    message: 'Internal error; unable to process your request. Please try again.',
  },
  { ...NEVER, status: 503, code: null, message: 'Service Unavailable.', body: { msg: 'Service Unavailable.' } },
  { ...NEVER, status: 400, code: '-2023', message: 'User in liquidation mode now.', ordersOnly: true },
  { ...NEVER, status: 400, code: '-4131', message: 'PERCENT_PRICE filter limit.', ordersOnly: true },
  { ...NEVER, status: 401, code: '-2015', message: 'Invalid API-key, IP, or permissions for action.' },
  { ...MAYBE, status: 503, code: '-1000', message: 'Unknown error, please check your request or try again later.' },
  { ...MAYBE, status: 503, code: '-1006', message: 'An unexpected response was received from the message bus.' },
  { ...MAYBE, status: 408, code: '-1007', message: 'Timeout waiting for response from backend server.' },
  { ...MAYBE, status: 502, code: null, message: '502 Bad Gateway', body: '<html>502 Bad Gateway</html>' },
  { ...MAYBE, status: 200, code: null, message: '', body: {} },
  { ...MAYBE, status: 999, code: null, message: '', body: '' },
];
