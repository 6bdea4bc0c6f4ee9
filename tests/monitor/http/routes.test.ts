import type { z } from 'zod';
import { closeDetail, closesAnswer } from '../../../src/monitor/http/schemas/close-view';
import { flatteningAnswer } from '../../../src/monitor/http/schemas/flatten-view';
import { healthView } from '../../../src/monitor/http/schemas/health-view';
import { positionsAnswer } from '../../../src/monitor/http/schemas/position-view';
import { PROBLEMS, problemNames } from '../../../src/monitor/http/problems/problem-table';
import { Service } from './support/service';
import { flattenNow, positionView } from './support/views';

let service: Service;
beforeEach(() => (service = new Service()));
afterEach(() => service.end());

describe('what the monitor shows', () => {
  const CLOSE = 'close:main:BTCUSDT:long';

  // A schema that forgot a field, or has one too many, would make the documentation lie.
  test.each<[string, z.ZodObject]>([
    ['/positions', positionsAnswer],
    ['/health', healthView],
    ['/closes', closesAnswer],
    ['/flatten', flatteningAnswer],
    [`/closes/${CLOSE}`, closeDetail],
    [`/closes/${encodeURIComponent(CLOSE)}?runId=01a20985`, closeDetail],
  ])('GET %s is as documented', async (path, schema) => {
    const { status, body, headers } = await service.get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(schema.parse(body)).toEqual(body);
    expect(schema.strict().safeParse(body).error).toBeUndefined();
  });

  test('the operators’ old way of counting positions works', async () => {
    const { text } = await service.get('/positions');
    expect((JSON.parse(text) as { positions: unknown[] })['positions']).toHaveLength(1);
  });

  test('health is 200 also when the monitor is blind: readiness is what tells', async () => {
    service.monitor.healthNow.status = 'blind';
    service.monitor.isReady = false;
    expect(await service.get('/health')).toMatchObject({ status: 200, body: { status: 'blind' } });
    expect(await service.get('/ready')).toMatchObject({
      status: 503,
      body: { ready: false, because: 'positions have not been read yet' },
    });
    service.monitor.isReady = true;
    expect(await service.get('/ready')).toMatchObject({ status: 200, body: { ready: true } });
  });

  test('metrics are passed on as they are', async () => {
    const { text, headers } = await service.get('/metrics');
    expect([text, headers['content-type']]).toEqual(['closeproof_up 1\n', 'text/plain; version=0.0.4']);
  });

  test('a proof is a page that may do nothing', async () => {
    const { text, headers } = await service.get(`/closes/${CLOSE}/proof`);
    expect(text).toContain('<title>Proof</title>');
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  test('a close that is not there is said to be unknown, one that Temporal cannot tell of is not', async () => {
    expect(await service.get('/closes/close:main:NOPE:long')).toMatchObject({
      status: 404,
      problem: { type: '/problems/unknown-close' },
    });
    service.monitor.temporalIsAway = true;
    for (const path of ['/closes', `/closes/${CLOSE}?runId=other`, `/closes/${CLOSE}/proof`]) {
      const { status, problem, headers } = await service.get(path);
      expect([status, problem.type, headers['retry-after']]).toEqual([503, '/problems/temporal-away', '2']);
      expect(problem.detail).toContain('127.0.0.1:7233');
    }
  });

  test('a finished close without a proof says where to get one', async () => {
    service.monitor.closesNow = [];
    expect(await service.get(`/closes/${CLOSE}/proof`)).toMatchObject({
      status: 404,
      problem: { type: '/problems/no-proof', remedy: expect.stringContaining('GET /closes/:id') as string },
    });
  });

  test('the monitor is told of every answer, by route', async () => {
    await service.get('/positions');
    await service.get('/nowhere');
    expect(service.monitor.answers).toEqual(['/positions 200', 'unknown 404']);
  });

  test('positions are read and serialised once for many requests', async () => {
    service.monitor.positionsNow = [positionView({ marketId: 'ETHUSDT' })];
    for (let asked = 0; asked < 200; asked += 1)
      await service.app.inject({ url: '/positions', headers: { host: '::1' } });
    expect(service.monitor.reads).toBeLessThan(20);
    expect((await service.get('/positions')).text).toContain('ETHUSDT');
  });
});

describe('what is not there', () => {
  test('an unknown path is a problem', async () => {
    const { status, problem, headers } = await service.get('/position');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(problem).toEqual({
      type: '/problems/unknown-route',
      title: 'There is no such path',
      status: 404,
      detail: 'There is no such path',
      remedy: 'GET /docs lists every path.',
      requestId: headers['x-request-id'],
    });
  });

  test('GET /manual-close closes nothing, and names the method', async () => {
    const { status, headers } = await service.get('/manual-close/BTCUSDT?force=true');
    expect([status, headers['allow']]).toEqual([405, 'POST']);
    expect(service.monitor.manualCloses).toEqual([]);
  });

  test('GET /flatten flattens nothing: it says how far the newest flatten is', async () => {
    expect((await service.get('/flatten')).body).toMatchObject({ flatten: null });
    const flatten = flattenNow();
    service.monitor.flattenNow = flatten;
    await new Promise((resolve) => setTimeout(resolve, 600));
    const { status, body } = await service.get('/flatten');
    expect([status, flatteningAnswer.parse(body).flatten]).toEqual([200, flatten]);
    expect(service.monitor.flattens).toEqual([]);
  });

  test('GET /flatten says that Temporal is away, and not that there is none', async () => {
    service.monitor.temporalIsAway = true;
    expect((await service.get('/flatten')).status).toBe(503);
  });

  test.each(['/board/../board-routes.ts', '/board/%2e%2e%2fboard-routes.ts', '/board/package.json'])(
    '%s is no way to other files',
    async (path) => expect((await service.get(path)).status).toBe(404),
  );

  test('a parameter that nobody knows is refused by name', async () => {
    const { status, problem } = await service.get('/closes/close:main:BTCUSDT:long?run=1');
    expect([status, problem.errors]).toEqual([422, [{ field: 'run', says: 'is not known here' }]]);
  });
});

describe('documentation', () => {
  interface OpenApi {
    paths: Record<string, Record<string, { security?: unknown; responses: object; parameters?: { name: string }[] }>>;
    components: { schemas: object };
  }

  test('OpenAPI has every path, and says which need the token', async () => {
    const { paths, components } = (await service.get('/docs/json')).body as OpenApi;
    expect(Object.keys(paths).sort()).toEqual(
      [
        ...['/board/events', '/closes', '/closes/{id}', '/closes/{id}/proof', '/flatten', '/health'],
        ...['/manual-close/{symbol}', '/metrics', '/positions', '/problems/{name}', '/ready'],
      ].sort(),
    );
    const close = paths['/manual-close/{symbol}']!['post']!;
    expect(close.security).toEqual([{ exitToken: [] }]);
    expect(close.parameters!.map(({ name }) => name).sort()).toEqual(
      ['force', 'idempotency-key', 'reason', 'side', 'symbol', 'x-operator'].sort(),
    );
    expect(Object.keys(close.responses)).toEqual(['202', '4XX', '5XX']);
    expect(components.schemas).toHaveProperty('PositionView');
  });

  test('the page of it takes nothing from outside', async () => {
    const { status, text, headers } = await service.get('/docs/');
    expect(status).toBe(200);
    expect(text).not.toMatch(/(src|href)="https?:/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each(problemNames)('the type of the problem %s is a path that explains it', async (name) => {
    const [status, title, remedy] = PROBLEMS[name];
    expect((await service.get(`/problems/${name}`)).body).toEqual({ type: `/problems/${name}`, status, title, remedy });
  });
});
