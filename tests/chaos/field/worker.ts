import { startWorker } from '../../../scripts/local-stack/processes';
import { until } from '../../support/rehearsal';
import { startWire } from '../wire/wire';
import type { Wire } from '../wire/wire';

/** A real worker process, with a breakable wire to the venue and another to Temporal. */
export interface ChaosWorker {
  readonly toVenue: Wire;
  readonly toTemporal: Wire;
  /** When it was ready to work. */
  readonly readyAtMs: number;
  /** Resolves once it has written such a line. */
  readonly hasSaid: (what: RegExp) => Promise<unknown>;
  readonly kill: () => Promise<void>;
  readonly freeze: () => void;
  readonly wake: () => void;
}

export async function startChaosWorker(environment: Record<string, string>): Promise<ChaosWorker> {
  const { TEMPORAL_ADDRESS = '', CLOSEPROOF_PAPER_URL = '' } = environment;
  const [toVenue, toTemporal] = await Promise.all([
    startWire(new URL(CLOSEPROOF_PAPER_URL).host),
    startWire(TEMPORAL_ADDRESS),
  ]);
  const wired = { TEMPORAL_ADDRESS: toTemporal.address, CLOSEPROOF_PAPER_URL: `http://${toVenue.address}` };
  const lines: string[] = [];
  const running = await startWorker({ ...environment, ...wired }, (line) => lines.push(line));
  const { pid } = running;
  const readyAtMs = Date.now();
  return {
    toVenue,
    toTemporal,
    readyAtMs,
    hasSaid: (what) =>
      until(`worker ${pid} says ${what.source}`, () => Promise.resolve(lines.some((line) => what.test(line)))),
    freeze: () => void process.kill(pid, 'SIGSTOP'),
    wake: () => void process.kill(pid, 'SIGCONT'),
    // What it has sent stays on the wires.
    kill: () => running.kill(),
  };
}
