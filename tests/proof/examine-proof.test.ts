/** A stored file somebody has edited: what it says is held against what its history gives. */
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { examineProof } from '../../src/proof/examine-proof';
import { sealProof } from '../../src/proof/file/proof-file';
import type { ProofFile } from '../../src/proof/file/proof-file';
import { makeProof } from '../../src/proof/make-proof';
import { Doctored } from './support/doctor';
import { historyOf, runOf } from './support/histories';

const REPLAYS = { kind: 'replays' } as const;

const about = { namespace: 'default', build: { closeproof: '0.1.0' }, exportedAt: '2026-11-26T05:00:00.000Z' };

const bodyOf = (history = historyOf('closed')) => makeProof({ ...runOf(history), ...about, history, replay: REPLAYS });

const whole = (): ProofFile => sealProof(bodyOf());

const faultsIn = (proof: ProofFile): string[] => examineProof(proof, REPLAYS).faults;

it('nothing is wrong with one that nobody has touched', () => {
  expect(examineProof(whole(), REPLAYS)).toMatchObject({ faults: [], checks: Array(6).fill({ verdict: 'PASS' }) });
});

it.each<[string, (proof: ProofFile) => unknown, string]>([
  [
    'an event',
    (proof) => (proof.history.events[4]!['eventTime'] = '2026-01-01T00:00:00Z'),
    'the history is not the one that was hashed',
  ],
  [
    'the day of the export',
    (proof) => (proof.exportedAt = '2026-01-01T00:00:00Z'),
    'the file is not the one that was hashed',
  ],
  ['the build', (proof) => (proof.build = {}), 'the file is not the one that was hashed'],
  ['the naked time', (proof) => (proof.reading.nakedMs = 0), 'its reading is not what its history tells'],
  [
    'a verdict',
    (proof) => (proof.checks[4]!.verdict = 'CANNOT TELL'),
    'its check flat says CANNOT TELL, and its history says PASS',
  ],
])('%s was edited', (_what, edit, fault) => {
  const proof = whole();
  edit(proof);
  expect(faultsIn(proof)).toContain(fault);
});

it('whoever edits the history and hashes it anew is caught by the checks', () => {
  const forged = new Doctored('closed').editAsked('placeOrder', (order) => (order['quantity'] = '0.5'));
  const { workflowId, runId } = runOf(historyOf('closed'));
  const { checks } = bodyOf();
  const proof = sealProof({ ...bodyOf(historyFromJSON(forged.history)), workflowId, runId, checks });
  expect(faultsIn(proof)).toEqual(['its check only-reduces says PASS, and its history says FAIL']);
});

it('a history that Temporal could not have written is refused in a sentence', () => {
  const proof = whole();
  proof.history.events = [{ eventId: 'one', eventType: 'EVENT_TYPE_OF_ANOTHER_KIND' }];
  expect(() => examineProof(proof, REPLAYS)).toThrow(
    /^(its events are none of Temporal’s|this is no history of a workflow)/,
  );
});
