/** What somebody who can write to the disk may do to an archive, and which question finds it out. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLogger } from '../../../src/config/logger';
import { newKeyPair, signerOf } from '../../../src/proof/chain/signing';
import { signProof } from '../../../src/proof/chain/sign-proof';
import { sha256 } from '../../../src/proof/file/canonical';
import { serialiseProof } from '../../../src/proof/file/proof-file';
import type { ProofFile } from '../../../src/proof/file/proof-file';
import { verdictOf } from '../../../src/proof/verify/finding';
import type { VerifyPlan } from '../../../src/proof/verify/finding';
import { verify } from '../../../src/proof/verify/verify';
import type { Verification } from '../../../src/proof/verify/verify';
import { installRuntime } from '../../../worker/install-runtime';
import { replayHistories } from '../../../worker/replay-histories';
import { thisBuild } from '../../../worker/this-build';
import { workflowBundle } from '../../../worker/workflow-bundle';
import { aFolder, CLOSES, fill, hashAnew, pathOf, rewrite } from '../support/an-archive';
import { Doctored } from '../support/doctor';
import { historyJson } from '../support/histories';

jest.setTimeout(120_000);

const silent = createLogger('silent');
beforeAll(() => installRuntime(silent));

const pair = () => createPrivateKey(newKeyPair().privatePem);

const looking = async (path: string, changes: Partial<VerifyPlan> = {}): Promise<Verification> => {
  const bundle = await workflowBundle(silent);
  return verify(path, {
    ...{ publicKey: null, expectedHead: null, build: thisBuild(), onProgress: () => undefined },
    replay: (histories) => replayHistories(bundle, histories),
    ...changes,
  });
};

/** "3 chain FAIL" for each finding that is no PASS, by the number of the proof or the name of the file. */
const troubles = ({ files }: Verification): string[] =>
  files.flatMap(({ path, about, findings }) =>
    findings
      .filter(({ verdict }) => verdict !== 'PASS')
      .map(({ question, verdict }) => `${about?.link.sequence ?? path.split('/').at(-1)} ${question} ${verdict}`),
  );

const because = ({ files }: Verification): string =>
  files.flatMap(({ findings }) => findings.map((finding) => finding.because)).join('\n');

it('an archive that nobody has touched passes, file by file and as a chain', async () => {
  const folder = aFolder();
  const key = pair();
  await fill(folder, CLOSES, signerOf(key));
  const verified = await looking(folder, { publicKey: createPublicKey(key) });
  expect(troubles(verified)).toEqual([]);
  expect(verified).toMatchObject({ verdict: 'PASS', chains: [{ first: 1, last: CLOSES.length }] });
  expect(verified.files.flatMap(({ checks }) => checks)).toHaveLength(6 * CLOSES.length);
});

describe('what was done to it is found by the right question', () => {
  const forge = (proof: ProofFile): ProofFile => {
    const { history } = new Doctored('lost-reply-executed').editAsked(
      'placeOrder',
      (order) => (order['quantity'] = '0.5'),
    );
    return { ...proof, history };
  };

  it.each<[string, (folder: string) => Promise<unknown>, string[]]>([
    [
      'an event was edited',
      (folder) => rewrite(folder, 2, forge),
      ['2 hashes FAIL', '2 contents FAIL', '2 checks FAIL', '3 chain FAIL'],
    ],
    [
      'an event was edited, and everything hashed anew',
      (folder) => rewrite(folder, 2, (proof) => hashAnew(forge(proof))),
      ['2 contents FAIL', '2 checks FAIL', '3 chain FAIL'],
    ],
    [
      'a verdict was edited, and everything hashed anew',
      (folder) =>
        rewrite(folder, 2, (proof) =>
          hashAnew({ ...proof, checks: proof.checks.map((check) => ({ ...check, verdict: 'FAIL' })) }),
        ),
      ['2 contents FAIL', '3 chain FAIL'],
    ],
    [
      'the history is that of another close',
      (folder) => rewrite(folder, 2, (proof) => hashAnew({ ...proof, history: historyJson('hedge-mode') })),
      ['2 replay FAIL', '2 contents FAIL', '2 checks FAIL', '3 chain FAIL'],
    ],
    [
      'an activity took the place of another',
      (folder) =>
        rewrite(folder, 2, (proof) =>
          hashAnew(
            JSON.parse(
              JSON.stringify(proof).replace('"name":"placeOrder"', '"name":"awaitTerminalFilled"'),
            ) as ProofFile,
          ),
        ),
      ['2 replay FAIL', '2 contents FAIL', '3 chain FAIL'],
    ],
    [
      'a file was cut off',
      (folder) => rewrite(folder, 2, (proof) => serialiseProof(proof).slice(0, 4_000)),
      ['TWO file FAIL', '3 chain FAIL'],
    ],
    ['a file was taken away', async (folder) => rmSync(await pathOf(folder, 2)), ['3 chain FAIL']],
    [
      'two proofs changed places',
      async (folder) => {
        const integrity: ProofFile['integrity'][] = [];
        for (const number of [2, 3]) await rewrite(folder, number, (proof) => (integrity.push(proof.integrity), proof));
        await rewrite(folder, 2, (proof) => ({
          ...proof,
          integrity: { ...proof.integrity, ...placeOf(integrity[1]!) },
        }));
        await rewrite(folder, 3, (proof) => ({
          ...proof,
          integrity: { ...proof.integrity, ...placeOf(integrity[0]!) },
        }));
      },
      ['3 chain FAIL', '4 chain FAIL'],
    ],
    [
      'a second file stands for the same number',
      async (folder) => {
        const path = await pathOf(folder, 4);
        copyFileSync(path, path.replace('000000004', '000000044'));
        await rewrite(folder, 44, (proof) => hashAnew({ ...proof, exportedAt: '2026-11-26T06:00:00.000Z' }));
      },
      ['4 chain FAIL', '4 chain FAIL'],
    ],
    [
      'a file was reformatted',
      (folder) => rewrite(folder, 5, (proof) => JSON.stringify(proof, null, 2)),
      ['5 file FAIL'],
    ],
  ])('%s', async (_what, act, expected) => {
    const folder = aFolder();
    await fill(folder);
    const two = (await pathOf(folder, 2)).split('/').at(-1) ?? '';
    await act(folder);
    expect(troubles(await looking(folder))).toEqual(expected.map((line) => line.replace('TWO', two)));
  });
});

const placeOf = ({ sequence, previous }: ProofFile['integrity']) => ({ sequence, previous });

describe('signatures', () => {
  const ours = pair();
  const publicKey = createPublicKey(ours);
  const signed = async (edit: (folder: string) => Promise<unknown> = () => Promise.resolve()) => {
    const folder = aFolder();
    await fill(folder, ['closed'], signerOf(ours));
    await edit(folder);
    return looking(folder, { publicKey });
  };

  it('hold what is hashed anew', async () => {
    const verified = await signed((folder) =>
      rewrite(folder, 1, (proof) => hashAnew({ ...proof, exportedAt: '2020-01-01T00:00:00.000Z' })),
    );
    expect(troubles(verified)).toEqual(['1 signature FAIL']);
    expect(because(verified)).toContain('it was changed after it was signed');
  });

  it('by another hand are told from ours, also where it gives our name', async () => {
    const theirs = signerOf(pair());
    const other = await signed((folder) => rewrite(folder, 1, (proof) => signProof(proof, theirs)));
    expect(troubles(other)).toEqual(['1 signature FAIL']);
    expect(because(other)).toContain(`it is signed by key ${theirs.keyId}`);
    const lying = await signed((folder) =>
      rewrite(folder, 1, (proof) => signProof(proof, { ...theirs, keyId: signerOf(ours).keyId })),
    );
    expect(troubles(lying)).toEqual(['1 signature FAIL']);
  });

  it.each([null, 'AAAA'])('must be there: %s is none', async (signature) => {
    const verified = await signed((folder) =>
      rewrite(folder, 1, (proof) => ({ ...proof, integrity: { ...proof.integrity, signature } })),
    );
    expect(troubles(verified)).toEqual(['1 signature FAIL']);
  });
});

describe('the head of the chain', () => {
  const shaOf = async (folder: string, number: number) => sha256(readFileSync(await pathOf(folder, number), 'utf8'));

  it('noted earlier is found in a chain that has grown since', async () => {
    const folder = aFolder();
    await fill(folder, CLOSES.slice(0, 2));
    const expectedHead = await shaOf(folder, 2);
    await fill(folder, CLOSES.slice(2));
    expect(await looking(folder, { expectedHead })).toMatchObject({ verdict: 'PASS', anchor: { verdict: 'PASS' } });
  });

  it('shows that an operator wrote a whole chain anew, which nothing else does', async () => {
    const [before, after] = [aFolder(), aFolder()];
    await fill(before);
    await fill(after, CLOSES.slice(1));
    const expectedHead = await shaOf(before, CLOSES.length);
    expect(await looking(after)).toMatchObject({ verdict: 'PASS' });
    expect(await looking(after, { expectedHead })).toMatchObject({ verdict: 'FAIL', anchor: { verdict: 'FAIL' } });
  });

  it('shows that the newest proofs were taken away', async () => {
    const folder = aFolder();
    await fill(folder);
    rmSync(await pathOf(folder, CLOSES.length));
    const verified = await looking(folder);
    expect(verified).toMatchObject({ verdict: 'FAIL', chains: [{ finding: { verdict: 'FAIL' } }] });
    rmSync(join(folder, 'head.json'));
    expect((await looking(folder)).chains[0]?.finding.because).toContain('whether more followed cannot be told');
  });
});

describe('what is no archive', () => {
  it('one proof by itself is verified by itself', async () => {
    const folder = aFolder();
    await fill(folder);
    const verified = await looking(await pathOf(folder, 3));
    expect(verified).toMatchObject({ verdict: 'PASS', files: [{ about: { link: { sequence: 3 } } }] });
  });

  it('a chain whose beginning is elsewhere cannot be told to its beginning', async () => {
    const folder = aFolder();
    await fill(folder);
    rmSync(await pathOf(folder, 1));
    const verified = await looking(folder);
    expect(verified.verdict).toBe('CANNOT TELL');
    expect(troubles(verified)).toEqual(['2 chain CANNOT TELL']);
  });

  it('two accounts below one folder are two chains', async () => {
    const folder = aFolder();
    await fill(join(folder, 'main'), CLOSES.slice(0, 2));
    await fill(join(folder, 'savings'), CLOSES.slice(2));
    expect(await looking(folder)).toMatchObject({ verdict: 'PASS', chains: [{ last: 2 }, { last: 3 }] });
  });

  it('every kind of file that is no proof has its sentence, and stops no other', async () => {
    const folder = aFolder();
    await fill(folder, ['closed']);
    const beside = dirname(await pathOf(folder, 1));
    const put = (name: string, text: string) => writeFileSync(join(beside, name), text);
    const whole = readFileSync(await pathOf(folder, 1), 'utf8');
    put('empty.json', '');
    put('history.json', JSON.stringify(historyJson('closed')));
    put('older.json', whole.replace('"version":1', '"version":0'));
    put('newer.json', whole.replace('"version":1', '"version":9'));
    put('foreign.json', whole.replace('"workflowType":"CloseWorkflow"', '"workflowType":"GhostWatchWorkflow"'));
    put('.000000002.json.draft', whole.slice(0, 99));
    put('notes.txt', 'not looked at');
    symlinkSync('loop.json', join(beside, 'loop.json'));
    symlinkSync(folder, join(beside, 'round'));
    mkdirSync(join(beside, 'folder.json'));
    const verified = await looking(folder);
    expect(troubles(verified)).toHaveLength(6);
    expect(because(verified).split('\n')).toEqual(
      expect.arrayContaining([
        'it is empty',
        'it is not a proof: its format is undefined, not closeproof/proof',
        'it has version 0 of the format, which this closeproof (1) no longer reads',
        'it has version 9 of the format; this closeproof reads 1: take a newer one',
        'it is the history of a GhostWatchWorkflow, and proofs are of a CloseWorkflow',
        'it is a symbolic link that leads back to itself',
      ]),
    );
    expect(verified.drafts).toHaveLength(1);
  });

  it('a history that other workflow code has made is not called forged', async () => {
    const folder = aFolder();
    await fill(folder, ['closed']);
    await rewrite(folder, 1, (proof) => {
      const text = JSON.stringify({ ...proof, build: { closeproof: '0.9.0', workflows: 'f00d' } });
      return hashAnew(JSON.parse(text.replace('"name":"placeOrder"', '"name":"sendOrder"')) as ProofFile);
    });
    const verified = await looking(folder);
    expect(verified.files.map(verdictOf)).not.toEqual(['PASS']);
    expect(because(verified)).toContain(
      'it does not replay here, and was made by other workflow code, f00d of closeproof 0.9.0',
    );
    expect(troubles(verified)).toContain('1 replay CANNOT TELL');
  });
});
