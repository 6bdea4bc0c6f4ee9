import { isSigned, sign, splitSignature } from '../../../src/paper/server/signature';

/** The worked example of Binance's public documentation, "SIGNED Endpoint Examples". */
const SECRET = '2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9';
const PAYLOAD =
  'symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943';
const SIGNATURE = '3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9';

describe('a signature', () => {
  test("is the documentation's", () => expect(sign(SECRET, PAYLOAD)).toBe(SIGNATURE));

  test.each([
    ['all in the query', `${PAYLOAD}&signature=${SIGNATURE}`, ''],
    ['all in the body', '', `${PAYLOAD}&signature=${SIGNATURE}`],
    ['in capitals', `${PAYLOAD}&signature=${SIGNATURE.toUpperCase()}`, ''],
    ['query and body joined without a separator', PAYLOAD.slice(0, 40), `${PAYLOAD.slice(40)}&signature=${SIGNATURE}`],
    [
      'parameters in the body, signature in the query',
      `${PAYLOAD.slice(0, 40)}&signature=${SIGNATURE}`,
      PAYLOAD.slice(40),
    ],
  ])('holds %s', (_name, query, body) => expect(isSigned(SECRET, query, body)).toBe(true));

  test.each([
    ['over other parameters', `${PAYLOAD}&more=1&signature=${SIGNATURE}`],
    ['that is not last', `${PAYLOAD}&signature=${SIGNATURE}&recvWindow=1`],
    ['that is cut short', `${PAYLOAD}&signature=${SIGNATURE.slice(1)}`],
    ['that is missing', PAYLOAD],
    ['with one digit changed', `${PAYLOAD}&signature=4${SIGNATURE.slice(1)}`],
  ])('does not hold %s', (_name, query) => expect(isSigned(SECRET, query, '')).toBe(false));

  test('alone signs nothing', () =>
    expect(splitSignature(`signature=${SIGNATURE}`, '')).toEqual({ payload: '', signature: SIGNATURE }));
});
