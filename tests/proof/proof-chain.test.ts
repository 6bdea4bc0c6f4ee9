import { proofChain } from '../../src/proof/proof-chain';

it('a local activity that timed out, and so has no result, is no link of the chain', () => {
  const frozen = { kind: 'localActivity', eventId: 6, atMs: 0, name: 'marginBypass', result: undefined } as const;
  expect(proofChain([frozen])).toEqual([]);
});
