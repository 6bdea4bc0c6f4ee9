import { Script } from 'node:vm';
import { Bench } from '../support/exchange';

describe('the page of whoever runs the exchange', () => {
  let bench: Bench;
  let page: string;
  let headers: Headers;
  beforeAll(async () => {
    bench = await Bench.start();
    const response = await fetch(`${bench.url}/paper/`);
    page = await response.text();
    headers = response.headers;
  });
  afterAll(() => bench.stop());

  test('is one HTML file that takes nothing from outside', () => {
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/https?:\/\/|<link|src=/);
    expect(page).toContain('color-scheme: light dark');
  });

  test('has a script that parses, and a place for everything it shows', () => {
    const script = /<script>([^]*)<\/script>/.exec(page)![1]!;
    expect(() => new Script(script)).not.toThrow();
    const places = [...script.matchAll(/(?:table|byId)\('(\w+)'/g)].map((found) => found[1]!);
    expect(places.length).toBeGreaterThan(5);
    for (const place of places) expect(page).toContain(`id="${place}"`);
  });

  test('shows fields that the state and the audit have', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    await bench.order({ side: 'SELL', quantity: '0.5', reduceOnly: 'true' });
    expect(await bench.state()).toMatchObject({
      clock: expect.any(Number) as number,
      positions: [{ symbol: 'BTCUSDT', positionSide: 'BOTH', side: 'LONG', quantity: '0.5' }],
      openOrders: [],
      algoOrders: [],
      faults: [],
      streamFaults: [],
      listeners: 0,
      auditLines: (await bench.audit()).length,
    });
    expect(await bench.audit('?kind=execution')).toMatchObject([{ positionBefore: '1', positionAfter: '0.5' }]);
  });

  test('sends forms to routes that exist', () => {
    const routes = [...page.matchAll(/data-route="(\w+ [^"]+)"/g)].map((found) => found[1]!);
    expect(routes.length).toBeGreaterThan(6);
    return Promise.all(
      routes.map(async (route) => {
        const [method, path] = route.split(' ') as [string, string];
        expect((await bench.admin(method, path, {})).status).not.toBe(404);
      }),
    );
  });
});
