import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import type { ClientPorts } from '../../../src/client/ports';
import { TemporalLink } from '../../../src/monitor/service/temporal-link';
import { until } from '../feeds/support/until';

/** A server whose health a test decides. */
function given() {
  const server = { answers: true, hangs: false, connects: 0, disconnects: 0, backs: 0 };
  let letIn = (): void => undefined;
  const gate = { closed: false, wait: new Promise<void>((resolve) => (letIn = resolve)), open: () => letIn() };
  const describeNamespace = () => {
    if (server.hangs) return new Promise<never>(() => undefined);
    return server.answers ? Promise.resolve({}) : Promise.reject(new Error('refused'));
  };
  const client = {
    withDeadline: <T>(_deadline: number, ask: () => Promise<T>): Promise<T> => ask(),
    workflowService: { describeNamespace },
  } as unknown as Client;
  const ports: ClientPorts = { client, namespace: 'default', uiUrl: '', logger: pino({ level: 'silent' }) };
  const link = new TemporalLink({
    ...{ address: '127.0.0.1:7233', logger: ports.logger },
    connect: async () => {
      server.connects += 1;
      if (gate.closed) await gate.wait;
      return { ports, disconnect: () => Promise.resolve(void (server.disconnects += 1)) };
    },
    onBack: () => (server.backs += 1),
  });
  return { server, link, gate };
}

const reached = (link: TemporalLink, reachable: boolean) =>
  until(() => link.status().reachable === reachable, `reachable: ${reachable}`, 4_500);

test('says whether it answers, and why not, and tells of its return, over one connection', async () => {
  const { server, link } = given();
  expect(link.ports()).toBeNull();
  link.start();
  await reached(link, true);
  expect(link.status()).toEqual({ reachable: true, address: '127.0.0.1:7233' });
  server.answers = false;
  await reached(link, false);
  expect(link.status().detail).toBe('refused');
  expect(link.ports()).toBeNull();
  server.answers = true;
  await reached(link, true);
  expect(server).toMatchObject({ connects: 1, backs: 2 });
  await link.stop();
  expect([server.disconnects, link.ports()]).toEqual([1, null]);
});

test('a server that hangs is away after three seconds at most', async () => {
  const { server, link } = given();
  link.start();
  await reached(link, true);
  server.hangs = true;
  const from = performance.now();
  await reached(link, false);
  expect(performance.now() - from).toBeLessThan(3_500);
  expect(link.status().detail).toBe('no answer within 2 s');
  await link.stop();
});

test('a connection that is made after the stop is ended, and nobody is told', async () => {
  const { server, link, gate } = given();
  gate.closed = true;
  link.start();
  await link.stop();
  gate.open();
  await until(() => server.disconnects === 1, 'it is ended', 1_000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([server.backs, link.ports()]).toEqual([0, null]);
});
