import { createLogger } from '../../src/config/logger';
import type { ClientPorts } from '../../src/client/ports';
import { connectClient } from '../../src/temporal/connection';
import { allStarted } from '../../scripts/local-stack/all-started';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import type { PaperAdmin } from '../../scripts/local-stack/paper-admin';
import { stackEnvironment, startPaper, startWorker } from '../../scripts/local-stack/processes';
import type { PaperProcess } from '../../scripts/local-stack/processes';
import type { StormOptions } from './options';
import { startServer } from './server';
import type { StormServer } from './server/server';

/** Real processes all: a Temporal server, a paper exchange over TCP with its limits on, and workers. */
export interface Stage {
  readonly server: StormServer;
  readonly paper: PaperProcess;
  readonly venue: PaperAdmin;
  readonly client: ClientPorts;
  readonly workers: readonly CloseproofProcess[];
  stop(): Promise<void>;
}

const NAMESPACE = 'default';

/** `markets` as many as positions: the workers learn them all as they start. */
export async function startStage(options: Pick<StormOptions, 'server' | 'workers' | 'positions'>): Promise<Stage> {
  const running: { stop(): Promise<unknown> }[] = [];
  const keep = <T extends { stop(): Promise<unknown> }>(one: T): T => (running.push(one), one);
  // Latest first: a worker wants its server to say goodbye to.
  const stop = async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
  };
  try {
    const [server, paper] = await allStarted([startServer(options.server).then(keep), startPaper().then(keep)]);
    const venue = paperAdmin(paper.url);
    await venue.reset({ symbols: options.positions, balance: BALANCE });
    const { client, connection } = await connectClient({ address: server.address, namespace: NAMESPACE });
    keep({ stop: () => connection.close() });
    const environment = stackEnvironment({ address: server.address, uiUrl: undefined }, paper.url);
    const workers = await allStarted(
      Array.from({ length: options.workers }, () => startWorker(environment).then(keep)),
    );
    const ports = { client, namespace: NAMESPACE, uiUrl: '', logger: createLogger('silent') };
    return { server, paper, venue, client: ports, workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** No position here is to be liquidated for want of it. */
export const BALANCE = '1000000000';
