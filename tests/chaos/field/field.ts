import type { ClientPorts } from '../../../src/client/ports';
import { pino } from 'pino';
import { startClose } from '../../../src/client/start-close';
import { connectClient } from '../../../src/temporal/connection';
import { startPaper } from '../../../scripts/local-stack/processes';
import { decisionFor } from '../../support/rehearsal';
import type { OpenClose } from './open-close';
import { startMortalTemporal } from './temporal';
import type { MortalTemporal } from './temporal';
import { openVenue } from './venue';
import type { Venue } from './venue';
import { startChaosWorker } from './worker';
import type { ChaosWorker } from './worker';

/** Where chaos happens: a real Temporal server, the paper exchange, and as many real workers as a scenario wants. */
export interface Field {
  readonly venue: Venue;
  readonly temporal: MortalTemporal;
  readonly client: ClientPorts;
  startWorker(): Promise<ChaosWorker>;
  /** A worker that need not be new: it survives from one scenario to the next, until one starts its own. */
  steadyWorker(): Promise<ChaosWorker>;
  /** Puts a long position on and decides to close it. */
  close(market: string, quantity: string): Promise<OpenClose>;
  /** An empty venue and no worker, for the next scenario. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export async function startField(): Promise<Field> {
  const [temporal, paper] = await Promise.all([startMortalTemporal(), startPaper()]);
  const { client, connection } = await connectClient({ address: temporal.address, namespace: 'default' });
  const ports: ClientPorts = { client, namespace: 'default', uiUrl: '', logger: pino({ level: 'silent' }) };
  const venue = openVenue(paper.url);
  const workers: ChaosWorker[] = [];
  const environment = {
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: 'default',
    CLOSEPROOF_VENUE: 'paper',
    CLOSEPROOF_PAPER_URL: paper.url,
  };
  let steady: ChaosWorker | null = null;
  const dismiss = async () => void (await Promise.all(workers.splice(0).map(dismissOne)));
  const dismissAll = async () => {
    if (steady !== null) workers.push(steady);
    steady = null;
    await dismiss();
  };
  return {
    venue,
    temporal,
    client: ports,
    startWorker: async () => {
      if (workers.length === 0) await dismissAll();
      const worker = await startChaosWorker(environment);
      workers.push(worker);
      return worker;
    },
    steadyWorker: async () => (steady ??= await startChaosWorker(environment)),
    close: async (market, quantity) => {
      await venue.putPositions([{ symbol: market, side: 'LONG', quantity }]);
      const receipt = await startClose(ports, decisionFor(`${market.replace('USDT', '')}/USDT:USDT`, 'long'));
      return { ...receipt, market, quantity };
    },
    clear: async () => {
      await dismiss();
      await venue.mend();
      await venue.reset();
    },
    stop: async () => {
      await dismissAll();
      await connection.close();
      await Promise.all([paper.stop(), temporal.stop()]);
    },
  };
}

async function dismissOne({ kill, toVenue, toTemporal }: ChaosWorker): Promise<void> {
  await kill().catch(() => undefined);
  await Promise.all([toVenue.stop(), toTemporal.stop()]);
}
