import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { runCli } from '../../scripts/demo/run-cli';
import { startLocalStack } from '../../scripts/local-stack/local-stack';
import type { LocalStack } from '../../scripts/local-stack/local-stack';
import { connectClient } from '../../src/temporal/connection';
import { table } from '../table';
import { closeMany } from './close-many';

interface VerifyBench {
  /** How many closes are played, collected and verified. */
  proofs: number;
  json: boolean;
}

interface Row {
  what: string;
  proofs: number;
  seconds: number;
  said: string;
}

/** Real closes, real files: collected by one process and verified by another, as an operator and a stranger would. */
export async function verify({ proofs, json }: VerifyBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'closeproof-bench-'));
  const stack = await startLocalStack({ ports: { temporal: 0, ui: 'none', paper: 0 } });
  try {
    const environment = { ...stack.environment, PROOFS_DIR: folder };
    await play(stack, proofs);
    const rows = [
      await time('collect', proofs, () => runCli(environment, ['proofs', 'collect'])),
      await time('verify', proofs, () => runCli(environment, ['verify', folder])),
    ];
    console.log(json ? JSON.stringify(rows) : report(rows));
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(stack: LocalStack, closes: number): Promise<void> {
  await stack.startWorker();
  const { client, connection } = await connectClient({ address: stack.temporal.address, namespace: 'default' });
  const ports = { client, namespace: 'default', uiUrl: '', logger: pino({ level: 'silent' }) };
  await closeMany(stack.paper.url, ports, closes);
  await connection.close();
}

async function time(what: string, proofs: number, work: () => ReturnType<typeof runCli>): Promise<Row> {
  const startedMs = performance.now();
  const { lines } = await work();
  return { what, proofs, seconds: (performance.now() - startedMs) / 1_000, said: lines.at(-1) ?? '' };
}

const report = (rows: readonly Row[]): string =>
  table(
    ['what', 'proofs', 's', 'ms each', 'it said'],
    rows.map(({ what, proofs, seconds, said }) => [
      what,
      String(proofs),
      seconds.toFixed(1),
      ((seconds * 1_000) / proofs).toFixed(1),
      said,
    ]),
  );
