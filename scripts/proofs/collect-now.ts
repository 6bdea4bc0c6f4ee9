import { accountOf } from '../../src/config/account';
import { loadProofSettings } from '../../src/config/proof-settings';
import { standingAfter, WELL } from '../../src/domain/collected-proofs';
import type { Collected, Collection } from '../../src/domain/collected-proofs';
import { collectProofs } from '../../src/proof/collect/collect-proofs';
import type { CollectPlan } from '../../src/proof/collect/plan';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { untilStopped } from '../terminal/until-stopped';
import { Refused } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';

/** Until all is exported, however long that takes; Ctrl-C ends it between two proofs. */
export const collectNow = (accountName: string | undefined, json: boolean): Promise<ExitCode> =>
  withConfiguredClient(async ({ client, namespace }, config) => {
    const { name: account } = accountOf(config, accountName);
    // The SDK's native core takes half a second to load.
    const { collectPlan } = await import('../../worker/proofs-port.js');
    const { replayHere } = await import('./replay-here.js');
    const plan = collectPlan({ client, namespace, account, replay: replayHere, settings: loadProofSettings() });
    const collected = await collect(plan);
    if (collected.kind === 'busy') throw new Refused(`${collected.because}; try again when it is done`);
    process.stdout.write(json ? `${JSON.stringify(collected)}\n` : say(collected));
    return standingAfter(collected, WELL, Date.now()).state === 'well' ? EXIT.done : EXIT.failed;
  });

function collect(plan: CollectPlan): Promise<Collected> {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  return collectProofs(plan, { signal: stop.signal, budgetMs: Number.POSITIVE_INFINITY, onProgress });
}

function onProgress(exported: number): void {
  if (process.stderr.isTTY && exported > 0) process.stderr.write(`\r${exported} proofs written`);
}

const say = (collected: Collected): string => (collected.kind === 'collected' ? sayCollection(collected) : `${collected.because}\n`);

function sayCollection({ exported, behind, head, faults, lost }: Collection): string {
  const chain = head === null ? 'the chain is empty' : `the chain has ${head.sequence}, head ${head.sha256}`;
  return [
    `${exported} written, ${behind} behind; ${chain}`,
    ...faults.map((fault) => `  fault: ${fault}`),
    ...lost.map((run) => `  lost: Temporal deleted ${run} before it had a proof`),
    '',
  ].join('\n');
}
