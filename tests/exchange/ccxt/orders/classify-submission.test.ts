import { readAnswer } from '../../../../src/exchange/ccxt/lane/venue-answer';
import { classifySubmission } from '../../../../src/exchange/ccxt/orders/classify-submission';

const sent = { clientOrderId: 'close1', marketId: 'BTCUSDT', signedAtMs: 1_000 };
const order = { orderId: 17, clientOrderId: 'close1', symbol: 'BTCUSDT', status: 'FILLED', executedQty: '0.500' };

const classify = (body: unknown, status = 200) =>
  classifySubmission(readAnswer(status, JSON.stringify(body) ?? '', body), sent);

test('an order by our name, with id and status, is accepted', () => {
  expect(classify(order)).toEqual({
    kind: 'accepted',
    orderId: '17',
    status: 'FILLED',
    executedQuantity: '0.5',
    signedAtMs: 1_000,
  });
});

test('an id beyond the safe integers keeps its digits', () => {
  expect(classify({ ...order, orderId: '8389765998124515123' })).toMatchObject({ orderId: '8389765998124515123' });
});

test('the short form of the answer leaves the executed quantity to the order’s record', () => {
  const { executedQty: _, ...short } = order;
  expect(classify({ ...short, status: 'NEW' })).toMatchObject({ kind: 'accepted', executedQuantity: '0' });
});

test.each([
  ['nothing', {}],
  ['a list', []],
  ['no id', { ...order, orderId: undefined }],
  ['an id that is none', { ...order, orderId: 'abc' }],
  ['no status', { ...order, status: undefined }],
  ['an empty status', { ...order, status: '' }],
  ['no name', { ...order, clientOrderId: undefined }],
  ['another’s name', { ...order, clientOrderId: 'close2' }],
  ['another market', { ...order, symbol: 'ETHUSDT' }],
  ['a quantity that is none', { ...order, executedQty: 'NaN' }],
  ['an error with HTTP 200', { code: -2019, msg: 'Margin is insufficient.' }],
  ['a word', 'ok'],
  ['null', null],
])('HTTP 200 with %s is an unreadable reply, and so unknown', (_, body) => {
  expect(classify(body)).toMatchObject({ kind: 'unknown', cause: 'unreadableReply' });
});

test('HTML with HTTP 200 is unknown', () => {
  expect(classifySubmission(readAnswer(200, '<html>hello</html>', undefined), sent)).toMatchObject({ kind: 'unknown' });
});

test('what no document mentions is told whole, for whoever reads the history', () => {
  expect(classify({ weather: 'fine', orders: [] })).toMatchObject({
    kind: 'unknown',
    detail: expect.stringContaining('{"weather":"fine","orders":[]}') as string,
  });
  expect(classify({ code: -99999, msg: 'x'.repeat(500) }, 400)).toMatchObject({
    kind: 'unknown',
    detail: expect.stringContaining(`-99999 ${'x'.repeat(500)}`) as string,
  });
});

test('a refusal carries the venue’s code and words', () => {
  expect(classify({ code: -2022, msg: 'ReduceOnly Order is rejected.' }, 400)).toEqual({
    kind: 'rejected',
    code: '-2022',
    message: 'ReduceOnly Order is rejected.',
    next: 'clearClaims',
  });
});

test('being throttled carries how long', () => {
  const answer = { ...readAnswer(429, '', { code: -1015, msg: 'Too many new orders.' }), retryAfterMs: 7_000 };
  expect(classifySubmission(answer, sent)).toEqual({
    kind: 'notSent',
    trouble: {
      type: 'VenueThrottled',
      detail: 'HTTP 429 -1015 Too many new orders.',
      needsPerson: false,
      retryAfterMs: 7_000,
    },
  });
});

test('an order by our name is open already: ours, and to be looked up', () => {
  expect(classify({ code: -4116, msg: 'ClientOrderId is duplicated.' }, 400)).toMatchObject({
    kind: 'unknown',
    cause: 'nameInUse',
  });
});
