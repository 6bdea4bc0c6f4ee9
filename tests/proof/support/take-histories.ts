/** Plays closes on a real Temporal server and the paper exchange, and keeps their histories: npx tsx tests/proof/support/take-histories.ts <folder> */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { pino } from 'pino';
import { startLocalStack } from '../../../scripts/local-stack/local-stack';
import type { LocalStack } from '../../../scripts/local-stack/local-stack';
import { paperAdmin } from '../../../scripts/local-stack/paper-admin';
import type { PaperAdmin } from '../../../scripts/local-stack/paper-admin';
import { decideNow } from '../../../src/client/decide-now';
import type { ClientPorts } from '../../../src/client/ports';
import { releaseClose } from '../../../src/client/release-close';
import { startClose } from '../../../src/client/start-close';
import { startOptions } from '../../../src/client/start-options';
import type { CloseStatus } from '../../../src/domain/messages';
import { CLOSE_WORKFLOW, QUERIES } from '../../../src/domain/messages';
import { closeWorkflowId } from '../../../src/domain/names';
import type { ExitDecision, Side } from '../../../src/domain/exit-decision';
import { normaliseSymbol } from '../../../src/domain/market-symbol';
import { connectClient } from '../../../src/temporal/connection';
import { signedPost } from '../../support/signed-post';

interface Stage {
  stack: LocalStack;
  paper: PaperAdmin;
  ports: ClientPorts;
}

const ORDER = 'POST /fapi/v1/order';

const decide = (marketId: string, side: Side, changes: Partial<ExitDecision> = {}): ExitDecision => ({
  ...decideNow({
    account: 'main',
    symbol: normaliseSymbol(marketId) ?? marketId,
    side,
    quantity: 'all',
    reason: 'STOP_LOSS',
    source: 'exit-monitor',
    validForMs: 600_000,
  }),
  ...changes,
});

/** Each leaves one finished close, or one that is held, of its market. */
const SCENES: Readonly<Record<string, (stage: Stage) => Promise<ExitDecision>>> = {
  clean: async (on) => {
    await on.paper.putPositions([{ symbol: 'BTCUSDT', side: 'LONG', quantity: '2' }]);
    return finished(on, decide('BTCUSDT', 'long', { note: '<script>alert("a note")</script>' }));
  },
  'in-three-orders-and-joined': async (on) => {
    await on.paper.putPositions([{ symbol: 'ETHUSDT', side: 'LONG', quantity: '5000' }]);
    await stop(on, 'ETHUSDT', '1000', '2000');
    const decision = decide('ETHUSDT', 'long');
    await startClose(on.ports, decision);
    await startClose(
      on.ports,
      decide('ETHUSDT', 'long', { source: 'operator:alice', reason: 'MANUAL', note: 'out of all of it' }),
    );
    return ended(on, decision);
  },
  'reply-lost-before': async (on) => {
    await on.paper.putPositions([{ symbol: 'SOLUSDT', side: 'SHORT', quantity: '7' }]);
    await on.paper.breakNext({ route: ORDER, when: 'before', kind: 'drop', match: { symbol: 'SOLUSDT' } });
    return finished(on, decide('SOLUSDT', 'short'));
  },
  'reply-lost-after': async (on) => {
    await on.paper.putPositions([{ symbol: 'BNBUSDT', side: 'LONG', quantity: '3' }]);
    await on.paper.breakNext({ route: ORDER, when: 'after', kind: 'drop', match: { symbol: 'BNBUSDT' } });
    return finished(on, decide('BNBUSDT', 'long'));
  },
  'made-way-and-put-back': async (on) => {
    await on.paper.putPositions([{ symbol: 'LTCUSDT', side: 'LONG', quantity: '10' }]);
    await signedPost(on.stack.paper.url, '/fapi/v1/order', {
      ...{ symbol: 'LTCUSDT', side: 'SELL', type: 'LIMIT', timeInForce: 'GTC', quantity: '10', price: '95' },
      ...{ reduceOnly: 'true', newClientOrderId: 'take-profit' },
    });
    return finished(on, decide('LTCUSDT', 'long', { quantity: { amount: '4' } }));
  },
  'already-flat': (on) => finished(on, decide('XRPUSDT', 'long')),
  residual: async (on) => {
    await on.paper.putPositions([{ symbol: 'ADAUSDT', side: 'LONG', quantity: '100' }]);
    return finished(on, decide('ADAUSDT', 'long', { quantity: { amount: '0.4' } }));
  },
  replaced: async (on) => {
    await on.paper.putPositions([{ symbol: 'DOGEUSDT', side: 'LONG', quantity: '100' }]);
    return finished(on, decide('DOGEUSDT', 'long', { observed: { entryPrice: '0.01' } }));
  },
  refused: async (on) => {
    await on.paper.putPositions([{ symbol: 'AVAXUSDT', side: 'LONG', quantity: '100' }]);
    return finished(on, decide('AVAXUSDT', 'long', { source: 'stranger' }));
  },
  'closed-elsewhere': async (on) => {
    await on.paper.putPositions([{ symbol: 'ETCUSDT', side: 'LONG', quantity: '100' }]);
    await on.paper.breakNext({ route: ORDER, when: 'before', kind: 'delay', ms: 1_500, match: { symbol: 'ETCUSDT' } });
    const decision = decide('ETCUSDT', 'long');
    await startClose(on.ports, decision);
    await until(async () => (await statusOf(on, decision))?.progress?.state === 'placing');
    await event(on, { kind: 'adl', symbol: 'ETCUSDT', side: 'LONG', quantity: '100' });
    return ended(on, decision);
  },
  'handed-over': async (on) => {
    await on.paper.putPositions([{ symbol: 'DOTUSDT', side: 'LONG', quantity: '12' }]);
    await refuseKey(on, 'DOTUSDT');
    const decision = decide('DOTUSDT', 'long');
    await startClose(on.ports, decision);
    await until(async () => (await statusOf(on, decision))?.progress?.state === 'held');
    await releaseClose(on.ports, decision, { operator: 'alice', reason: 'closing it on the phone' });
    return ended(on, decision);
  },
  held: async (on) => {
    await on.paper.putPositions([{ symbol: 'LINKUSDT', side: 'LONG', quantity: '12' }]);
    await refuseKey(on, 'LINKUSDT');
    const decision = decide('LINKUSDT', 'long');
    await startClose(on.ports, decision);
    await until(async () => (await statusOf(on, decision))?.progress?.state === 'held');
    return decision;
  },
  hedge: async (on) => {
    await on.paper.reset({ mode: 'hedge' });
    await on.paper.putPositions([{ symbol: 'ADAUSDT', side: 'SHORT', quantity: '60' }]);
    return finished(on, decide('ADAUSDT', 'short'));
  },
};

const stop = (on: Stage, symbol: string, quantity: string, triggerPrice: string) =>
  signedPost(on.stack.paper.url, '/fapi/v1/algoOrder', {
    ...{ symbol, side: 'SELL', algoType: 'CONDITIONAL', type: 'STOP_MARKET', triggerPrice, quantity },
    reduceOnly: 'true',
  });

const refuseKey = (on: Stage, symbol: string) =>
  on.paper.breakNext({
    ...{ route: ORDER, when: 'before', kind: 'status', status: 400, code: -2015 },
    ...{ msg: 'Invalid API-key, IP, or permissions for action.', match: { symbol }, times: 1_000 },
  });

const event = (on: Stage, body: object) =>
  fetch(`${on.stack.paper.url}/paper/events`, { method: 'POST', body: JSON.stringify(body) });

async function statusOf({ ports }: Stage, decision: ExitDecision): Promise<CloseStatus> {
  return ports.client.workflow.getHandle(closeWorkflowId(decision)).query<CloseStatus>(QUERIES.closeStatus);
}

/** Without the client's own door, so that what a worker refuses can be seen too. */
async function finished({ ports }: Stage, decision: ExitDecision): Promise<ExitDecision> {
  await ports.client.workflow.start(CLOSE_WORKFLOW, startOptions(decision));
  return ended({ ports }, decision);
}

async function ended({ ports }: Pick<Stage, 'ports'>, decision: ExitDecision): Promise<ExitDecision> {
  await ports.client.workflow.getHandle(closeWorkflowId(decision)).result();
  return decision;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 25));
}

async function main(folder: string): Promise<void> {
  const stack = await startLocalStack({});
  const { client, connection } = await connectClient({ address: stack.temporal.address, namespace: 'default' });
  try {
    await stack.startWorker();
    const ports = {
      client,
      namespace: 'default',
      uiUrl: stack.temporal.uiUrl ?? '',
      logger: pino({ level: 'silent' }),
    };
    mkdirSync(folder, { recursive: true });
    for (const [name, play] of Object.entries(SCENES)) {
      const decision = await play({ stack, paper: paperAdmin(stack.paper.url), ports });
      const history = await client.workflow.getHandle(closeWorkflowId(decision)).fetchHistory();
      writeFileSync(join(folder, `${name}.json`), `${historyToJSON(history)}\n`);
      console.log(`${name}: ${history.events?.length ?? 0} events`);
    }
  } finally {
    await connection.close();
    await stack.stop();
  }
}

void main(process.argv[2] ?? 'tests/proof/histories');
