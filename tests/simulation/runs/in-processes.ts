import { fork } from 'node:child_process';
import { join } from 'node:path';
import { merge, newTally } from './tally';
import type { Tally } from './tally';
import type { SeedRange } from './run-seeds';

/** Small enough that the processes end together. */
const CHUNK = 250;

/** Shares the seeds out to processes of their own, a chunk at a time. */
export async function inProcesses({ first, last }: SeedRange, processes: number): Promise<Tally> {
  const chunks: SeedRange[] = [];
  for (let seed = first; seed <= last; seed += CHUNK)
    chunks.push({ first: seed, last: Math.min(seed + CHUNK - 1, last) });
  const tallies = await Promise.all(Array.from({ length: processes }, () => work(chunks)));
  const tally = tallies.reduce(merge, newTally());
  tally.failed.sort((one, other) => one.seed - other.seed);
  return tally;
}

function work(chunks: SeedRange[]): Promise<Tally> {
  // Runs are short and make much that is soon gone.
  const execArgv = [...process.execArgv, '--max-semi-space-size=64'];
  const child = fork(join(__dirname, 'seed-process.ts'), { execArgv });
  const tally = newTally();
  const sendNext = (): void => {
    const chunk = chunks.shift();
    if (chunk === undefined) child.disconnect();
    else child.send(chunk);
  };
  return new Promise((resolve, reject) => {
    child.on('message', (part: Tally) => {
      merge(tally, part);
      sendNext();
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(tally) : reject(new Error(`a simulating process ended with ${code}`)),
    );
    sendNext();
  });
}
