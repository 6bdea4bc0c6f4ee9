import { demoPositions } from '../../scripts/local-stack/demo-positions';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import type { PaperPosition } from '../../scripts/local-stack/paper-admin';
import { decideNow } from '../../src/client/decide-now';
import type { ClientPorts } from '../../src/client/ports';
import { startClose } from '../../src/client/start-close';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { normaliseSymbol } from '../../src/domain/market-symbol';
import { finishedQuery, listFinishedRuns } from '../../src/proof/collect/finished-runs';

const LOOK_EVERY_MS = 200;

/** So many closes, 45 at a time; resolves when Temporal lists them as finished. */
export async function closeMany(paperUrl: string, ports: ClientPorts, closes: number): Promise<void> {
  const paper = paperAdmin(paperUrl);
  await paper.reset({ limits: 'off', balance: '1000000000' });
  for (let done = 0; done < closes; done += demoPositions.length) {
    const some = demoPositions.slice(0, closes - done);
    await paper.putPositions(some);
    await Promise.all(some.map((position) => closeOne(ports, decisionFor(position))));
  }
  while ((await listed(ports)) < closes) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

async function closeOne(ports: ClientPorts, decision: ExitDecision): Promise<void> {
  const { workflowId, runId } = await startClose(ports, decision);
  await ports.client.workflow.result(workflowId, runId);
}

const decisionFor = ({ symbol, side }: PaperPosition): ExitDecision =>
  decideNow({
    ...{ account: 'main', symbol: normaliseSymbol(symbol) ?? symbol, side: side === 'LONG' ? 'long' : 'short' },
    ...{ quantity: 'all', reason: 'STOP_LOSS', source: 'exit-monitor', validForMs: 600_000 },
  });

const listed = async ({ client }: ClientPorts): Promise<number> =>
  (await listFinishedRuns(client, finishedQuery('main', null), () => undefined)).length;
