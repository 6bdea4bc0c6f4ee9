import { Bench, signedQuery } from '../support/exchange';

const NOW = 1_700_000_000_000;
const PATH = '/fapi/v3/positionRisk';

describe('who may ask, and when', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start({ now: () => NOW });
  });
  afterAll(() => bench.stop());

  const ask = (query: string, key = 'paper-key') =>
    bench.get(`${PATH}?${query}`, key === '' ? {} : { 'x-mbx-apikey': key });
  const at = (timestamp: number, more: Record<string, string> = {}) =>
    ask(signedQuery({ timestamp: String(timestamp), ...more }));

  test.each([
    ['no key', '', 401, -2014, 'API-key format invalid.'],
    ['a key that is not known', 'stranger', 401, -2015, 'Invalid API-key, IP, or permissions for action.'],
  ])('%s', async (_name, key, status, code, msg) => {
    expect(await ask(signedQuery({ timestamp: String(NOW) }), key)).toMatchObject({ status, body: { code, msg } });
  });

  test('a request without timestamp, or without signature, names what is missing', async () => {
    const missing = (name: string) => ({
      status: 400,
      body: { code: -1102, msg: `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.` },
    });
    expect(await ask('signature=00')).toMatchObject(missing('timestamp'));
    expect(await ask(`timestamp=${NOW}`)).toMatchObject(missing('signature'));
  });

  test('a signature by another secret', async () => {
    const forged = await ask(signedQuery({ timestamp: String(NOW) }, 'other-secret'));
    expect(forged).toMatchObject({
      status: 400,
      body: { code: -1022, msg: 'Signature for this request is not valid.' },
    });
  });

  const LATE = 'Timestamp for this request is outside of the recvWindow.';
  const EARLY = "Timestamp for this request was 1000ms ahead of the server's time.";

  test.each([
    ['999 ms ahead passes', 999, {}, 200, undefined],
    ['1000 ms ahead does not', 1000, {}, 400, EARLY],
    ['5000 ms old passes by default', -5000, {}, 200, undefined],
    ['5001 ms old does not', -5001, {}, 400, LATE],
    ['as old as its recvWindow passes', -2000, { recvWindow: '2000' }, 200, undefined],
    ['one older does not', -2001, { recvWindow: '2000' }, 400, LATE],
    ['a minute is the widest window', -60_000, { recvWindow: '60000' }, 200, undefined],
  ] as [string, number, Record<string, string>, number, string | undefined][])(
    'a timestamp %s',
    async (_name, offset, more, status, msg) => {
      const answer = await at(NOW + offset, more);
      expect(answer.status).toBe(status);
      if (msg) expect(answer.body).toEqual({ code: -1021, msg });
    },
  );

  test('a recvWindow beyond a minute, or none at all', async () => {
    expect((await at(NOW, { recvWindow: '60001' })).body.code).toBe(-1131);
    expect((await at(NOW, { recvWindow: 'soon' })).body.code).toBe(-1100);
  });

  test('POST parameters count in a form body, in the query with a JSON content type, and in both', async () => {
    const params = { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '1', timestamp: String(NOW) };
    const post = async (query: string, body: string, type: string) => {
      const init = {
        method: 'POST',
        headers: { 'x-mbx-apikey': 'paper-key', 'content-type': type },
        ...(body === '' ? {} : { body }),
      };
      return (await fetch(`${bench.url}/fapi/v1/order${query}`, init)).status;
    };
    expect(await post('', signedQuery(params), 'application/x-www-form-urlencoded')).toBe(200);
    expect(await post(`?${signedQuery(params)}`, '', 'application/json')).toBe(200);
    expect(await post(`?${signedQuery(params)}`, '{}', 'application/json')).toBe(200);
  });
});
