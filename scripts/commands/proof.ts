import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { ClientPorts } from '../../src/client/ports';
import type { Config } from '../../src/config/config';
import { normaliseSymbol } from '../../src/domain/market-symbol';
import { verdictOf } from '../../src/proof/checks/run-checks';
import type { CloseRun } from '../../src/proof/fetch/close-run';
import { fetchProof } from '../../src/proof/fetch/fetch-proof';
import type { ProofBody } from '../../src/proof/file/proof-file';
import { UnreadableHistory } from '../../src/proof/reading/unreadable-history';
import { thisBuild } from '../../worker/this-build';
import { booksBeside } from '../proof/books-beside';
import { chooseRuns, GONE } from '../proof/choose-runs';
import { deliver, FORMATS } from '../proof/render-proof';
import type { Format } from '../proof/render-proof';
import { replayHere } from '../proof/replay-here';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';
import { Refused, UserMistake } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';

interface ProofOptions {
  workflowId?: string;
  runId?: string;
  decision?: string;
  account?: string;
  last: number;
  format: Format;
  out?: string;
  books?: boolean;
}

export const addProofCommand = (program: Command): Command =>
  program
    .command('proof')
    .summary('what happened in a close and why, with six checks; default: the last one that finished')
    .argument('[symbol]', 'the last close of this market: BTCUSDT or BTC/USDT:USDT')
    .option('--workflow-id <id>', 'the close of this workflow, also one that runs')
    .option('--run-id <id>', 'with --workflow-id: this run of it; default: the newest')
    .addOption(new Option('--decision <id>', 'the close that this decision started').conflicts('workflowId'))
    .option('--account <name>', 'only this account; default: every configured one')
    .option('--last <n>', 'so many, newest first', parseCount, 1)
    .addOption(new Option('--format <format>', 'Markdown, a proof file, or a page').choices(FORMATS).default('md'))
    .option('--out <dir>', 'a file each, instead of standard output')
    .option('--books', 'ask the venue, read-only, for fees and realised profit: shown beside the proof')
    .addHelpText('after', EXAMPLES)
    .action((symbol: string | undefined, options: ProofOptions) => runAction(() => proof(symbol, options)));

const EXAMPLES = `
Exit codes: 0 every check passes, 1 one fails, 3 there is no such close, 4 one cannot be told (yet).

Examples:
  closeproof proof
  closeproof proof BTCUSDT --books --format html > proof.html
  closeproof proof --workflow-id close:main:BTCUSDT:long --format json --out proofs-by-hand`;

const proof = (typed: string | undefined, options: ProofOptions): Promise<ExitCode> =>
  withConfiguredClient(async (ports, config) => {
    const runs = await chooseRuns(ports, config, { ...options, symbol: symbolFrom(typed, options) });
    const proofs = await fetchAll(ports, config, runs);
    const rendered = options.books === true ? await booksBeside(config, proofs) : proofs.map((body) => ({ body }));
    deliver(rendered, options.format, options.out);
    return exitCodeOf(proofs);
  });

function symbolFrom(typed: string | undefined, { workflowId, runId, decision, books, format }: ProofOptions) {
  if (books === true && format === 'json')
    throw new UserMistake(
      '--books goes with --format md or html: a proof file holds what the history says, and no more',
    );
  if (runId !== undefined && workflowId === undefined) throw new UserMistake('--run-id goes with --workflow-id');
  if (typed === undefined) return null;
  if (workflowId !== undefined || decision !== undefined)
    throw new UserMistake('name either a symbol, a --workflow-id or a --decision');
  const symbol = normaliseSymbol(typed);
  if (symbol === undefined) throw new UserMistake(`${typed} names no market: write BTCUSDT or BTC/USDT:USDT`);
  return symbol;
}

async function fetchAll(ports: ClientPorts, { temporal }: Config, runs: readonly CloseRun[]): Promise<ProofBody[]> {
  const fetching = { client: ports.client, namespace: temporal.namespace, replay: replayHere(), build: thisBuild() };
  const proofs: ProofBody[] = [];
  for (const run of runs) proofs.push(await fetchOne(run, () => fetchProof(fetching, run)));
  return proofs;
}

async function fetchOne({ workflowId, runId }: CloseRun, fetch: () => Promise<ProofBody | null>): Promise<ProofBody> {
  try {
    const found = await fetch();
    if (found !== null) return found;
  } catch (error) {
    if (!(error instanceof UnreadableHistory)) throw error;
    throw new Refused(`${workflowId}, run ${runId}: ${error.message}`);
  }
  throw new Refused(`${workflowId}, run ${runId}, has no history: ${GONE}`);
}

function exitCodeOf(proofs: readonly ProofBody[]): ExitCode {
  const verdicts = proofs.map(({ checks }) => verdictOf(checks));
  if (verdicts.includes('FAIL')) return EXIT.failed;
  return verdicts.includes('CANNOT TELL') ? EXIT.heldOrTimedOut : EXIT.done;
}

function parseCount(typed: string): number {
  const count = Number(typed);
  if (/^\d{1,4}$/.test(typed) && count > 0) return count;
  throw new InvalidArgumentError('Write how many: 1 to 9999.');
}
