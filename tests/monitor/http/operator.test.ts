import type { FlattenAnswer, ManualCloseAnswer } from '../../../src/monitor/http/monitor-port';
import { receiptOf } from './support/fixture-monitor';
import { SETTINGS, Service, TOKEN } from './support/service';
import { positionView } from './support/views';

let service: Service;
beforeEach(() => (service = new Service()));
afterEach(() => service.end());

const CLOSE = '/manual-close/BTCUSDT?reason=TEST&force=true';
const typeOf = (answer: { problem: { type: string } }): string => answer.problem.type.replace('/problems/', '');

describe('a manual close', () => {
  test('as operators have always asked for it, is answered with a receipt', async () => {
    const { status, body, headers } = await service.post(CLOSE);
    expect(status).toBe(202);
    expect(body).toEqual({
      ...receiptOf('BTCUSDT', 'long'),
      marketId: 'BTCUSDT',
      side: 'long',
      operator: 'unnamed',
      reason: 'TEST',
      follow: '/closes/close%3Amain%3ABTCUSDT%3Along?runId=01a20985-e4b8-7194-bbf5-bd11c7152eba',
    });
    expect(headers['location']).toBe((body as { follow: string }).follow);
    expect((await service.get(headers['location'] as string)).status).toBe(200);
    expect(service.monitor.manualCloses).toEqual([
      {
        symbol: 'BTC/USDT:USDT',
        side: null,
        reason: 'TEST',
        operator: 'unnamed',
        idempotencyKey: null,
        address: '127.0.0.1',
      },
    ]);
  });

  test('carries who asked, and the log says so', async () => {
    await service.post(`${CLOSE}&side=long`, { 'x-operator': 'alice', 'idempotency-key': 'k-1' });
    expect(service.monitor.manualCloses).toMatchObject([{ operator: 'alice', side: 'long', idempotencyKey: 'k-1' }]);
    expect(service.log.join('')).toMatch(
      /"operator":"alice","symbol":"BTCUSDT","reason":"TEST".*MANUAL CLOSE ACCEPTED/,
    );
  });

  test('needs no body, and takes an empty one of any kind', async () => {
    expect((await service.post(CLOSE, { 'content-type': 'application/x-www-form-urlencoded' }, '')).status).toBe(202);
    expect((await service.post(CLOSE, { 'content-type': 'application/json' }, '')).status).toBe(202);
    expect((await service.post(CLOSE, {}, {})).status).toBe(202);
  });

  test('takes the unified symbol, and a reason that was left out', async () => {
    expect((await service.post('/manual-close/btc%2Fusdt:usdt?force=true&reason=')).body).toMatchObject({
      marketId: 'BTCUSDT',
      reason: 'no reason given',
    });
  });

  test.each<[string, ManualCloseAnswer, number, string]>([
    ['unknownSymbol', { kind: 'unknownSymbol', because: 'the venue lists no BTCUSDT' }, 404, 'unknown-symbol'],
    ['noPosition', { kind: 'noPosition', because: 'the venue has no position in BTCUSDT' }, 404, 'no-position'],
    ['ambiguousSide', { kind: 'ambiguousSide', sides: ['long', 'short'] }, 409, 'ambiguous-side'],
    ['refused', { kind: 'refused', because: 'source operator:bob may not ask for exits' }, 422, 'close-refused'],
    ['positionsUnknown', { kind: 'positionsUnknown', because: 'last read 40 s ago' }, 503, 'positions-unknown'],
    ['temporalAway', { kind: 'temporalAway', because: 'no answer at 127.0.0.1:7233' }, 503, 'temporal-away'],
  ])('that the monitor answers with %s', async (_name, answer, status, problem) => {
    service.monitor.manualCloseAnswer = answer;
    const given = await service.post(CLOSE, { 'x-operator': 'alice' });
    expect([given.status, typeOf(given)]).toEqual([status, problem]);
    expect(given.headers['content-type']).toBe('application/problem+json');
    expect(given.problem.remedy.length).toBeGreaterThan(10);
    expect('because' in answer ? answer.because : 'BTCUSDT is open long and short').toBe(given.problem.detail);
    expect(given.headers['retry-after']).toBe(status === 503 ? '2' : undefined);
    expect(service.log.join('')).toMatch(
      new RegExp(`"problem":"${problem}".*"address":"127.0.0.1","operator":"alice"`),
    );
  });

  test('in hedge mode needs a side where both are open', async () => {
    service.monitor.positionsNow = [positionView({ side: 'long' }), positionView({ side: 'short' })];
    expect(typeOf(await service.post(CLOSE))).toBe('ambiguous-side');
    expect((await service.post(`${CLOSE}&side=short`)).body).toMatchObject({ side: 'short' });
  });

  test.each([
    ['/manual-close/BTCUSDT?reason=TEST', 422, 'force-missing'],
    ['/manual-close/BTCUSDT?reason=TEST&force=false', 422, 'force-missing'],
    ['/manual-close/BTCUSDT?reason=TEST&force=1', 422, 'force-missing'],
    ['/manual-close/nothing?force=true', 404, 'unknown-symbol'],
    ['/manual-close/%00?force=true', 404, 'unknown-symbol'],
    [`${CLOSE}&sied=long`, 422, 'invalid-request'],
    [`${CLOSE}&side=both`, 422, 'invalid-request'],
    [`${CLOSE}&reason=again`, 422, 'invalid-request'],
    [`/manual-close/BTCUSDT?force=true&reason=${'x'.repeat(501)}`, 422, 'invalid-request'],
    ['/manual-close/BTCUSDT?force=true&reason=a%0Ab', 422, 'invalid-request'],
    [`/manual-close/${'B'.repeat(300)}?force=true`, 404, 'unknown-route'],
    ['/manual-close/%ZZ?force=true', 400, 'malformed-request'],
  ])('POST %s is refused', async (path, status, problem) => {
    const answer = await service.post(path);
    expect([answer.status, typeOf(answer)]).toEqual([status, problem]);
    expect(service.monitor.manualCloses).toEqual([]);
  });

  test('with a body that says something is refused, rather than half heard', async () => {
    expect(await service.post(CLOSE, {}, { side: 'long' })).toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'side', says: 'is not known here' }] },
    });
    expect((await service.post(CLOSE, { 'content-type': 'application/json' }, '{')).status).toBe(400);
    expect((await service.post(CLOSE, { 'content-type': 'text/xml' }, '<a/>')).status).toBe(415);
    expect((await service.post(CLOSE, {}, { a: 'x'.repeat(20_000) })).status).toBe(413);
  });

  test('with a name or a key of a wrong shape is refused by the header’s name', async () => {
    const answer = await service.post(CLOSE, { 'x-operator': 'al ice', 'idempotency-key': 'ä' });
    expect(answer.problem.errors?.map(({ field }) => field).sort()).toEqual(['idempotency-key', 'x-operator']);
  });

  test('is answered also when the monitor fails, with a number to find it by', async () => {
    service.monitor.manualClose = () => Promise.reject(new Error('a defect of ours'));
    const answer = await service.post(CLOSE);
    expect([answer.status, typeOf(answer), answer.text.includes('of ours')]).toEqual([500, 'defect', false]);
    expect(service.log.join('')).toMatch(new RegExp(`${answer.problem.requestId}.*a defect of ours`));
  });
});

describe('the token', () => {
  test('is needed, and must be right', async () => {
    const missing = await service.ask({ method: 'POST', url: CLOSE });
    expect([missing.status, typeOf(missing)]).toEqual([401, 'token-missing']);
    expect(missing.headers['www-authenticate']).toContain('X-Exit-Token');
    for (const wrong of ['x', TOKEN.slice(0, -1), `${TOKEN}x`, TOKEN.toUpperCase()])
      expect(typeOf(await service.post(CLOSE, { 'x-exit-token': wrong }))).toBe('token-wrong');
    expect(service.monitor.manualCloses).toEqual([]);
  });

  test('may be tried ten times, then waits, and the wait is said', async () => {
    const tries = [];
    for (let tried = 0; tried < 12; tried += 1) tries.push(await service.post(CLOSE, { 'x-exit-token': 'wrong' }));
    expect(tries.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect(Number(tries[11]!.headers['retry-after'])).toBeLessThanOrEqual(6);
    expect(tries[11]!.problem.remedy).toContain('closeproof manual-close');
    const elsewhere = await service.ask({
      method: 'POST',
      url: CLOSE,
      remoteAddress: '10.0.0.9',
      headers: { 'x-exit-token': TOKEN },
    });
    expect(elsewhere.status).toBe(202);
  });

  test('is in no log, no answer and no problem, wherever it was put', async () => {
    const wrong = 'a-wrong-token-that-is-nobodys-business';
    const answers = [
      await service.post(CLOSE, { 'x-exit-token': wrong, 'x-operator': wrong }),
      await service.post(`/manual-close/${TOKEN}?force=true`),
      await service.post(`/manual-close/BTCUSDT?force=true&${TOKEN}=1`),
      await service.post(`/manual-close/BTCUSDT?force=true&reason=${TOKEN}`),
      await service.post(CLOSE, { 'x-operator': TOKEN }),
      await service.ask({ method: 'POST', url: CLOSE, headers: { 'x-operator': TOKEN } }),
      await service.post(CLOSE, { 'idempotency-key': TOKEN }),
      await service.post('/flatten', {}, { confirm: 'main', reason: `by ${TOKEN}` }),
      await service.ask({ method: 'POST', url: `/${TOKEN}` }),
    ];
    expect(answers.map(typeOf)).toEqual([
      ...['token-wrong', 'token-misplaced', 'token-misplaced', 'token-misplaced', 'token-misplaced'],
      ...['token-missing', 'token-misplaced', 'token-misplaced', 'unknown-route'],
    ]);
    const said = [...service.log, ...answers.map(({ text }) => text), JSON.stringify(service.monitor)].join('\n');
    expect(said).not.toContain(TOKEN);
    expect(said).not.toContain(wrong);
    expect(service.log).toHaveLength(answers.length);
    expect(service.monitor.manualCloses).toEqual([]);
  });

  test('decides before anything of the request is read', async () => {
    const answer = await service.ask({
      method: 'POST',
      url: '/manual-close/BTCUSDT?nonsense',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(typeOf(answer)).toBe('token-missing');
  });

  test.each([
    ['manual-close-disabled', { manualCloseEnabled: false }],
    ['token-not-configured', { manualCloseToken: null }],
    ['token-not-configured', { manualCloseToken: '' }],
  ])('%s: nobody closes anything', async (problem, settings) => {
    const closed = new Service(undefined, { ...SETTINGS, ...settings });
    for (const path of [CLOSE, '/flatten?confirm=main']) {
      const answer = await closed.post(path, { 'x-exit-token': 'manualCloseToken' in settings ? '' : TOKEN });
      expect([answer.status, typeOf(answer)]).toEqual([403, problem]);
      expect(answer.problem.remedy).toMatch(/EXIT_MONITOR_MANUAL_CLOSE_/);
    }
    await closed.end();
  });
});

describe('asking twice', () => {
  const key = { 'idempotency-key': 'k-1' };

  test('with one key asks the monitor once, also while the first is on its way', async () => {
    let open = (): void => undefined;
    service.monitor.gate = new Promise<void>((resolve) => (open = resolve));
    const both = [service.post(CLOSE, key), service.post(CLOSE, key)];
    await new Promise((resolve) => setTimeout(resolve, 50));
    open();
    const [first, second] = await Promise.all(both);
    expect([first!.status, second!.status]).toEqual([202, 202]);
    expect(second!.body).toEqual(first!.body);
    expect((await service.post(CLOSE, key)).body).toEqual(first!.body);
    expect(service.monitor.manualCloses).toHaveLength(1);
  });

  test('without a key asks the monitor each time: it knows the running close', async () => {
    await Promise.all([service.post(CLOSE), service.post(CLOSE), service.post(CLOSE)]);
    expect(service.monitor.manualCloses).toHaveLength(3);
  });

  test('with one key for two things is refused', async () => {
    await service.post(CLOSE, key);
    const answer = await service.post('/manual-close/BTCUSDT?reason=OTHER&force=true', key);
    expect([answer.status, typeOf(answer)]).toEqual([422, 'idempotency-key-reused']);
  });

  test('after a failure really asks again', async () => {
    service.monitor.manualCloseAnswer = { kind: 'temporalAway', because: 'no answer' };
    expect((await service.post(CLOSE, key)).status).toBe(503);
    service.monitor.manualCloseAnswer = undefined;
    expect((await service.post(CLOSE, key)).status).toBe(202);
  });

  test('by very many at once is bounded, and every one is answered', async () => {
    let open = (): void => undefined;
    service.monitor.gate = new Promise<void>((resolve) => (open = resolve));
    const many = Array.from({ length: 100 }, () => service.post(CLOSE));
    await new Promise((resolve) => setTimeout(resolve, 200));
    open();
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(64);
    expect(statuses.filter((status) => status === 429)).toHaveLength(36);
  });
});

describe('flattening', () => {
  test('has one receipt, and a place to follow it', async () => {
    const { status, body, headers } = await service.post(
      '/flatten',
      { 'x-operator': 'alice' },
      { confirm: 'main', reason: 'fire drill' },
    );
    expect([status, headers['location'], body]).toMatchObject([
      202,
      '/flatten',
      { kind: 'started', workflowId: 'flatten:main', operator: 'alice', reason: 'fire drill', follow: '/flatten' },
    ]);
    expect(service.monitor.flattens).toEqual([
      {
        ...{ operator: 'alice', reason: 'fire drill', idempotencyKey: null, address: '127.0.0.1' },
        scope: { symbols: null, side: null },
      },
    ]);
    expect((await service.post('/flatten?confirm=main&reason=x')).status).toBe(202);
  });

  test('takes a scope, and asks it twice only under two keys', async () => {
    const ask = (key: string) =>
      service.post('/flatten?confirm=main&symbols=btcusdt,ETH/USDT:USDT&side=long', { 'idempotency-key': key });
    for (const key of ['f-1', 'f-1', 'f-2']) expect((await ask(key)).status).toBe(202);
    expect(service.monitor.flattens.map(({ scope }) => scope)).toEqual(
      [1, 2].map(() => ({ symbols: ['BTC/USDT:USDT', 'ETH/USDT:USDT'], side: 'long' })),
    );
    const other = await service.post('/flatten?confirm=main&side=short', { 'idempotency-key': 'f-1' });
    expect(typeOf(other)).toBe('idempotency-key-reused');
  });

  test.each([undefined, {}, { confirm: 'FLATTEN' }, { confirm: 'MAIN' }, { confirm: '' }, { dryRun: 'false' }])(
    'unless confirmed by the account’s name, but by %j, does nothing and says what to send',
    async (body) => {
      const answer = await service.post('/flatten', {}, body);
      expect(typeOf(answer)).toBe('flatten-unconfirmed');
      expect(answer.problem.detail).toContain('confirm=main');
      expect(service.monitor.flattens).toEqual([]);
    },
  );

  test.each(['dryrun=true', 'dryRun=yes', 'dryRun=1', 'side=LONG', 'symbol=BTCUSDT', 'source=x'])(
    'a parameter that is misspelt (%s) is refused, and flattens nothing',
    async (parameter) => {
      expect((await service.post(`/flatten?confirm=main&${parameter}`)).status).toBe(422);
      expect([service.monitor.flattens, service.monitor.plans]).toEqual([[], []]);
    },
  );

  test('a dry run needs the token and no confirmation, and asks for a plan alone', async () => {
    const { status, body } = await service.post('/flatten?dryRun=true&symbols=BTCUSDT');
    expect([status, body]).toEqual([200, { dryRun: true, cancels: [], closes: [] }]);
    expect(service.monitor.plans).toEqual([{ symbols: ['BTC/USDT:USDT'], side: null }]);
    expect(service.monitor.flattens).toEqual([]);
    expect((await service.post('/flatten?dryRun=true', { 'x-exit-token': 'wrong' })).status).toBe(401);
  });

  test.each<[string, FlattenAnswer, string]>([
    ['a market that the venue does not list', { kind: 'unknownSymbols', marketIds: ['NOUSDT'] }, 'unknown-symbol'],
    ['a source that may not ask', { kind: 'refused', because: 'operators may not ask' }, 'flatten-refused'],
    ['a Temporal that is away', { kind: 'temporalAway', because: 'no server' }, 'temporal-away'],
  ])('%s is a problem, and may be asked again under the same key', async (_, answer, problem) => {
    service.monitor.flattenAnswer = answer;
    const ask = () => service.post('/flatten?confirm=main', { 'idempotency-key': 'f-9' });
    expect(typeOf(await ask())).toBe(problem);
    service.monitor.flattenAnswer = undefined;
    expect((await ask()).status).toBe(202);
  });

  test('what names no market is refused by its name', async () => {
    const answer = await service.post('/flatten?confirm=main&symbols=BTCUSDT,bitcoin!');
    expect([typeOf(answer), answer.problem.detail]).toEqual(['unknown-symbol', 'bitcoin! does not name a market']);
  });
});
