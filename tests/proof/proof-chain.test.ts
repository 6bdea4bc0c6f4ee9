import { proofChain } from '../../src/proof/proof-chain';

it('an order’s end that was read back within the task is as good as an activity’s', () => {
  const order = {
    ...{ kind: 'terminal', orderId: '77', clientOrderId: 'cp0001', status: 'FILLED', executedQuantity: '1' },
  };
  const result = { kind: 'settled', order, position: null, resting: [], readAtMs: 0 };
  const look = { eventId: 13, atMs: 0, name: 'awaitTerminalFilled', result };
  const inTask = proofChain([{ kind: 'localActivity', ...look }]);
  expect(inTask).toEqual(proofChain([{ kind: 'completed', scheduledEventId: 13, ...look }]));
  expect(inTask.map(({ marker }) => marker)).toEqual(['CLOSE_EXECUTED', 'TERMINAL STATE: FILLED']);
});

it('a look that timed out within the task is no link of the chain', () => {
  const lost = { kind: 'localActivity', eventId: 13, atMs: 0, name: 'awaitTerminalFilled', result: undefined } as const;
  expect(proofChain([lost])).toEqual([]);
});

it('a local activity that timed out, and so has no result, is no link of the chain', () => {
  const frozen = { kind: 'localActivity', eventId: 6, atMs: 0, name: 'marginBypass', result: undefined } as const;
  expect(proofChain([frozen])).toEqual([]);
});
