import { Client } from '@temporalio/client';
import type { ProofsPort } from '../activities/ports';
import type { ProofSettings } from '../src/config/proof-settings';
import type { Collected } from '../src/domain/collected-proofs';
import { archiveFolder } from '../src/proof/archive/names';
import { signerOf } from '../src/proof/chain/signing';
import { collectProofs } from '../src/proof/collect/collect-proofs';
import type { CollectPlan } from '../src/proof/collect/plan';
import type { Replay } from '../src/proof/replay-each';
import type { WorkerPlan } from './worker-plan';
import { replayHistories } from './replay-histories';
import { thisBuild } from './this-build';

/** What an account's proofs are made with. */
export interface ProofsPlan {
  client: Client;
  namespace: string;
  account: string;
  replay: Replay;
  settings: ProofSettings;
}

/** The proofs that a worker keeps, on its own connection. One that was told of no folder says so whenever it is asked. */
export function proofsPort({ connection, namespace, bundle, ports, proofs: settings }: WorkerPlan): ProofsPort {
  if (settings === undefined) return { collect: () => Promise.resolve(NO_FOLDER) };
  const client = new Client({ connection, namespace });
  const replay: Replay = (histories) => replayHistories(bundle, histories);
  const plan = collectPlan({ client, namespace, account: ports.account, replay, settings });
  return { collect: (pass) => collectProofs(plan, { ...pass, onProgress: () => undefined }) };
}

const NO_FOLDER: Collected = { kind: 'failed', because: 'this worker was given no folder for proofs' };

/** An account's chain, the hand that signs it, and the code that its histories are played against. */
export const collectPlan = ({ settings, ...plan }: ProofsPlan): CollectPlan => ({
  ...plan,
  folder: archiveFolder(settings.folder, plan.account),
  signer: settings.signingKey === null ? null : signerOf(settings.signingKey),
  build: thisBuild(),
});
