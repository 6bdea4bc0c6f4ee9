import { fork } from 'node:child_process';
import { join } from 'node:path';
import { POLICIES } from './policies';
import type { Score } from './run-policy';

/** Each policy in a process of its own, in the order of the table. */
export const inProcesses = (seeds: number): Promise<Score[]> =>
  Promise.all(POLICIES.map((_, index) => inProcess(index, seeds)));

function inProcess(index: number, seeds: number): Promise<Score> {
  // Runs are short and make much that is soon gone.
  const execArgv = [...process.execArgv, '--max-semi-space-size=64'];
  const child = fork(join(__dirname, 'policy-process'), { execArgv });
  return new Promise((resolve, reject) => {
    child.on('message', (score) => resolve(score as Score));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the process of a policy ended with ${code} and without a score`)));
    child.send({ index, seeds });
  });
}
