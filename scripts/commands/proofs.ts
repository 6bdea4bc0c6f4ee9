import type { Command } from 'commander';
import { loadConfig } from '../../src/config/config';
import { proofsFolder } from '../../src/config/proof-settings';
import { accountOf } from '../../src/config/account';
import { archiveFolder } from '../../src/proof/archive/names';
import { collectNow } from '../proofs/collect-now';
import { showKey } from '../proofs/show-key';
import { listProofs } from '../proofs/list-proofs';
import { schedule } from '../proofs/schedule';
import { showHead } from '../proofs/show-head';
import { parseCount } from '../terminal/parse-count';
import { parseDuration } from '../terminal/duration';
import { runAction } from '../terminal/run-action';

interface OfAccount {
  account?: string;
  json?: true;
}

const ACCOUNT = ['--account <name>', 'a configured account; default: the only one'] as const;
const JSON_OPTION = ['--json', 'one JSON object on standard output'] as const;

export function addProofsCommand(program: Command): Command {
  const proofs = program
    .command('proofs')
    .summary('the chain of proofs: list, collect, schedule, key, head')
    .addHelpText('after', EXAMPLES);
  addList(proofs);
  addCollect(proofs);
  addSchedule(proofs);
  addKey(proofs);
  addHead(proofs);
  return proofs;
}

const EXAMPLES = `
Proofs are kept in PROOFS_DIR, default proofs, a folder for each account.

Examples:
  closeproof proofs schedule --every 1m    # from now on, by a Temporal Schedule; closeproof dev does so by itself
  closeproof proofs collect                # once, now
  closeproof proofs head                   # to be noted elsewhere
  closeproof verify proofs                 # by whoever doubts`;

const addList = (proofs: Command): Command =>
  proofs
    .command('list', { isDefault: true })
    .summary('the newest proofs (this is also what closeproof proofs does)')
    .option(...ACCOUNT)
    .option('--last <n>', 'how many', parseCount, 20)
    .option('--json', 'a JSON array on standard output')
    .action(({ last, ...options }: OfAccount & { last: number }) =>
      runAction(() => listProofs(folderOf(options), last, options.json === true)),
    );

const addCollect = (proofs: Command): Command =>
  proofs
    .command('collect')
    .summary('write the proofs that are missing, now and once')
    .option(...ACCOUNT)
    .option(...JSON_OPTION)
    .action(({ account, json }: OfAccount) => runAction(() => collectNow(account, json === true)));

const addSchedule = (proofs: Command): Command =>
  proofs
    .command('schedule')
    .summary('have the account’s workers collect them, by a Temporal Schedule')
    .option('--every <duration>', 'how often: 1m, 10m, 1h', parseDuration, 60_000)
    .option(...ACCOUNT)
    .action(({ every, account }: OfAccount & { every: number }) => runAction(() => schedule(account, every)));

const addKey = (proofs: Command): Command =>
  proofs
    .command('key')
    .summary('the public key that strangers verify with')
    .option('--new', 'make a pair, and keep the private key in a file that only you can read')
    .option('--out <file>', 'that file', 'proof-signing-key.pem')
    .action((options: { new?: true; out: string }) => runAction(() => showKey(options.new === true, options.out)));

const addHead = (proofs: Command): Command =>
  proofs
    .command('head')
    .summary('the newest proof’s number and hash: noted elsewhere, they show later whether anything was changed')
    .option(...ACCOUNT)
    .option(...JSON_OPTION)
    .action((options: OfAccount) => runAction(() => showHead(folderOf(options), options.json === true)));

const folderOf = ({ account }: OfAccount): string =>
  archiveFolder(proofsFolder(), accountOf(loadConfig(), account).name);
