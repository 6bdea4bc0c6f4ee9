import { readRetryAfter, readUsage } from '../../../../src/exchange/ccxt/lane/answer-headers';

test('usage, whatever the spelling of the header', () => {
  const headers = { 'X-Mbx-Used-Weight-1m': '12', 'x-mbx-order-count-10s': '3', 'X-MBX-ORDER-COUNT-1M': '4' };
  expect(readUsage(headers)).toEqual({ weight1m: 12, orders10s: 3, orders1m: 4 });
});

test('what is missing or unreadable is not known', () => {
  expect(readUsage({ 'X-Mbx-Used-Weight-1m': 'many' })).toEqual({});
});

const NOW = 1_800_000_000_000;

test.each([
  ['seconds', { 'Retry-After': '7' }, '', 7_000],
  ['a date', { 'Retry-After': new Date(NOW + 9_000).toUTCString() }, '', 9_000],
  ['a date that has passed', { 'Retry-After': new Date(NOW - 9_000).toUTCString() }, '', 0],
  ['the end of a ban', {}, `IP banned until ${NOW + 120_000}. Please use the websocket.`, 120_000],
  ['the later of both', { 'retry-after': '7' }, `banned until ${NOW + 3_000}`, 7_000],
  ['nothing', {}, 'slow down', undefined],
  ['nonsense', { 'Retry-After': 'soon' }, '', undefined],
])('when to come back: %s', (_, headers, message, expected) => {
  expect(readRetryAfter(headers, message, NOW)).toBe(expected);
});
