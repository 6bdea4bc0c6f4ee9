import { parseProof } from '../../../src/proof/file/parse-proof';
import { sealProof, serialiseProof, signedText } from '../../../src/proof/file/proof-file';
import { aBody } from '../support/a-body';

const text = serialiseProof(sealProof(aBody('closed')));

const changed = (changes: object): string => JSON.stringify({ ...(JSON.parse(text) as object), ...changes });
const refusal = (candidate: string): string => {
  const parsed = parseProof(candidate);
  return parsed.ok ? 'accepted' : parsed.because;
};

it('survives the way to its bytes and back, and always has the same bytes', () => {
  const parsed = parseProof(text);
  expect(parsed.ok && serialiseProof(parsed.proof)).toBe(text);
  expect(serialiseProof(sealProof(aBody('closed')))).toBe(text);
});

it.each([
  ['', 'it is empty'],
  [text.slice(0, 2_000), 'it is half a proof, cut off after 2000 characters'],
  ['no JSON', 'it is not JSON'],
  ['[]', 'it is not a proof: its format is undefined'],
  [changed({ format: 'other/proof' }), 'it is not a proof: its format is other/proof, not closeproof/proof'],
  [changed({ version: 0 }), 'it has version 0 of the format, which this closeproof (1) no longer reads'],
  [changed({ version: 2 }), 'it has version 2 of the format; this closeproof reads 1: take a newer one'],
  [
    changed({ workflowType: 'FlattenWorkflow' }),
    'it is the history of a FlattenWorkflow, and proofs are of a CloseWorkflow',
  ],
  [changed({ more: 1 }), 'it is not a whole proof: the file: Unrecognized key: "more"'],
  [changed({ checks: 'all fine' }), 'it is not a whole proof: checks'],
])('what is no proof is refused in a sentence: %.30s', (candidate, because) => {
  expect(refusal(candidate)).toContain(because);
});

it('what a signature covers changes with the history, the reading, the checks and the place in the chain', () => {
  const body = aBody('closed');
  const signed = (changes: object, sequence = 1) =>
    signedText(sealProof({ ...body, ...changes }, { previous: null, sequence }));
  const all = [
    signed({}),
    signed({ history: { events: body.history.events.slice(1) } }),
    signed({ reading: { ...body.reading, nakedMs: 1 } }),
    signed({ checks: [], exportedAt: '2026-01-01T00:00:00Z' }),
    signed({}, 2),
  ];
  expect(new Set(all).size).toBe(all.length);
});
