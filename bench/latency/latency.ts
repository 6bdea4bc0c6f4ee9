import { Agent } from 'node:http';
import { NativeConnection } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import { createLogger } from '../../src/config/logger';
import { createExchange } from '../../src/exchange/create-exchange';
import { connectClient } from '../../src/temporal/connection';
import { createWorker } from '../../worker/create-worker';
import { installRuntime } from '../../worker/install-runtime';
import { workflowBundle } from '../../worker/workflow-bundle';
import { startLocalStack } from '../../scripts/local-stack/local-stack';
import type { LocalStack } from '../../scripts/local-stack/local-stack';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import { signed } from '../paper/signed';
import { report } from './report';
import { timeWay } from './time-way';
import type { TimedClose, Way } from './timed-close';
import { direct, durable } from './ways';

const WARM_UP = 15;
const logger = createLogger('silent');

/** All ways on one stack in one run, in turns of ten, so that what the machine does meanwhile falls on each alike. */
export async function latency({ closes, json }: { closes: number; json: boolean }): Promise<void> {
  const stack = await startLocalStack({ ports: { temporal: 0, ui: 'none', paper: 0 } });
  try {
    const paper = paperAdmin(stack.paper.url);
    await paper.reset({ limits: 'off' });
    const exchange = createExchange({
      venue: 'paper',
      apiKey: 'paper-key',
      secret: 'paper-secret',
      paperUrl: stack.paper.url,
    });
    const samples = new Map<Way, TimedClose[]>();
    const time = (way: Way) => timeAll(paper, samples, [way], closes, () => restStop(stack.paper.url));
    await time(direct(exchange));
    await withWorkerProcess(stack, time);
    await withWorkerHere(stack, exchange, time);
    console.log(
      report(
        [...samples].map(([way, timed]) => ({ name: way.name, timed })),
        json,
      ),
    );
  } finally {
    await stack.stop();
  }
}

/** What the venue would do for a trader whose program is away: it rests beside the position while that is closed. */
const restStop = (url: string): Promise<string> =>
  signed(agent, url, 'POST', '/fapi/v1/algoOrder', {
    symbol: 'BTCUSDT',
    side: 'SELL',
    algoType: 'CONDITIONAL',
    type: 'STOP_MARKET',
    triggerPrice: '50000',
    closePosition: 'true',
  });

const agent = new Agent({ keepAlive: true });

async function timeAll(
  paper: ReturnType<typeof paperAdmin>,
  samples: Map<Way, TimedClose[]>,
  ways: readonly Way[],
  closes: number,
  restStop: () => Promise<unknown>,
): Promise<void> {
  for (const way of ways) {
    await timeWay(paper, way, WARM_UP, restStop);
    samples.set(way, await timeWay(paper, way, closes, restStop));
  }
}

/** As a strategy meets it: its own process, its own connection. */
async function withWorkerProcess(stack: LocalStack, time: (way: Way) => Promise<void>): Promise<void> {
  const worker = await stack.startWorker();
  const { client, connection } = await connectClient({ address: stack.temporal.address, namespace: 'default' });
  await time(durable('durable, worker in another process', { client, namespace: 'default', uiUrl: '', logger }));
  await connection.close();
  await worker.stop();
}

/** As the exit monitor will: a worker on the same connection, which is handed the first task with the answer to the start. */
async function withWorkerHere(
  stack: LocalStack,
  exchange: ReturnType<typeof createExchange>,
  time: (way: Way) => Promise<void>,
): Promise<void> {
  installRuntime(logger);
  const connection = await NativeConnection.connect({ address: stack.temporal.address });
  const ports = { account: 'main', exchange, logger, alertWebhookUrl: null, isAllowedSource: () => true };
  const worker = await createWorker({
    connection,
    namespace: 'default',
    bundle: await workflowBundle(logger),
    ports,
    build: null,
  });
  const client = new Client({ connection, namespace: 'default' });
  await worker.runUntil(() =>
    time(
      durable('durable, worker on the same connection', {
        client,
        namespace: 'default',
        uiUrl: '',
        logger,
        eager: true,
      }),
    ),
  );
  await connection.close();
}
