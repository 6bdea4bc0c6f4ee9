import { NoAnswer } from '../../../../src/exchange/ccxt/lane/no-answer';

const fault = (code: string, syscall?: string) =>
  Object.assign(new Error(`${syscall ?? ''} ${code}`), { code, syscall });

test.each([
  ['ECONNREFUSED', 'connect'],
  ['ENETUNREACH', 'connect'],
  ['EHOSTUNREACH', 'connect'],
  ['ENOTFOUND', 'getaddrinfo'],
  ['EAI_AGAIN', 'getaddrinfo'],
])('%s from %s: there was no connection for a byte to leave on', (code, syscall) => {
  expect(new NoAnswer(fault(code, syscall)).neverLeft).toBe(true);
});

test.each([
  fault('ECONNRESET', 'read'),
  fault('EHOSTUNREACH', 'read'),
  fault('EPIPE', 'write'),
  fault('ECONNREFUSED'),
  fault('ECONNRESET', 'connect'),
  fault('UND_ERR_SOCKET'),
  fault('UND_ERR_CONNECT_TIMEOUT'),
  fault('UND_ERR_HEADERS_TIMEOUT'),
  new Error('connect ECONNREFUSED'),
  new DOMException('late', 'TimeoutError'),
  'ECONNREFUSED',
  undefined,
])('anything else may have left: %s', (thrown) => {
  expect(new NoAnswer(thrown).neverLeft).toBe(false);
});

test('of several addresses, every one has to have refused', () => {
  const refused = fault('ECONNREFUSED', 'connect');
  const both = (second: Error) =>
    new NoAnswer(Object.assign(new AggregateError([refused, second]), { code: 'ECONNREFUSED' }));
  expect(both(refused).neverLeft).toBe(true);
  expect(both(fault('ECONNRESET', 'read')).neverLeft).toBe(false);
});

test('a URL in a message loses its query, which carries a signature', () => {
  const { message } = new NoAnswer(new Error('GET https://x/fapi/v1/order?symbol=A&signature=abc redirect'));
  expect(message).toBe('GET https://x/fapi/v1/order redirect');
});
