/**
 * npm run example-proofs: a proof of each way in which a close can finish, made of the saved histories, as one signed chain in
 * examples/proofs. The key is made anew and thrown away; its public half stands beside them.
 */
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { replayHere } from '../../scripts/proofs/replay-here';
import { CLOSE_OUTCOMES } from '../../src/domain/close-result';
import { writeHead } from '../../src/proof/archive/head';
import { newKeyPair, signerOf } from '../../src/proof/chain/signing';
import type { Signer } from '../../src/proof/chain/signing';
import { signProof } from '../../src/proof/chain/sign-proof';
import { sha256 } from '../../src/proof/file/canonical';
import { sealProof, serialiseProof } from '../../src/proof/file/proof-file';
import type { ChainLink } from '../../src/proof/file/proof-file';
import { makeProof } from '../../src/proof/make-proof';
import { replayEach } from '../../src/proof/replay-each';
import { thisBuild } from '../../worker/this-build';
import { root } from '../support/source-files';
import { historyNameOf, runIdOf, savedHistories } from './history-files';
import type { SavedHistory } from './history-files';

const FOLDER = join(root, 'examples/proofs');

async function main(): Promise<void> {
  const key = newKeyPair();
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) rmSync(join(FOLDER, name));
  await writeChain(signerOf(createPrivateKey(key.privatePem)));
  writeFileSync(join(FOLDER, 'example.pub'), key.publicPem);
}

async function writeChain(signer: Signer): Promise<void> {
  let link: { sequence: number; previous: string | null } = { sequence: 1, previous: null };
  for await (const { thing: saved, verdict: replay } of replayEach<SavedHistory>(replayHere, Readable.from(chosen()))) {
    const text = proofOf(saved, replay, link, signer);
    const file = `${link.sequence}-${saved.name}.json`;
    writeFileSync(join(FOLDER, file), text);
    const { sequence } = link;
    link = { sequence: sequence + 1, previous: sha256(text) };
    await writeHead(FOLDER, {
      ...{ sequence, sha256: sha256(text), file, runId: runIdOf(saved) },
      at: new Date().toISOString(),
    });
    console.log(join('examples/proofs', file));
  }
}

/** One of each outcome, in the order in which the outcomes are told. */
function chosen() {
  const saved = new Map(savedHistories().map((history) => [history.name, history]));
  return CLOSE_OUTCOMES.map((outcome) => {
    const thing = saved.get(historyNameOf(outcome));
    if (thing === undefined) throw new Error(`no saved history is called ${historyNameOf(outcome)}`);
    return { thing, workflowId: thing.workflowId, history: thing.history };
  });
}

function proofOf(saved: SavedHistory, replay: Replay, link: ChainLink, signer: Signer): string {
  const { workflowId, history } = saved;
  const about = { workflowId, runId: runIdOf(saved), namespace: 'default', build: thisBuild() };
  const body = makeProof({ ...about, history, replay, exportedAt: new Date().toISOString() });
  return serialiseProof(signProof(sealProof(body, link), signer));
}

type Replay = Parameters<typeof makeProof>[0]['replay'];

void main();
