import { flattenAll } from '../../../src/monitor/service/flatten-all';
import { ETH, position } from '../watching/cases';
import { ASKING, doorState, temporalWith } from './door';

test('every position gets a close of its own, however many there are', async () => {
  const temporal = temporalWith();
  const positions = Array.from({ length: 40 }, (_, at) => position({ symbol: `C${at}/USDT:USDT` }));
  const answer = await flattenAll(ASKING, doorState(temporal, { positions }));
  expect(answer).toMatchObject({ kind: 'accepted' });
  expect(new Set(temporal.started.map(({ symbol }) => symbol)).size).toBe(40);
  expect(temporal.started[0]).toMatchObject({ reason: 'FLATTEN', source: 'operator:alice' });
});

test('one that could not be asked is named, and keeps none of the others', async () => {
  const temporal = temporalWith(new Error('the shard is moving'));
  const answer = await flattenAll(ASKING, doorState(temporal, { positions: [position(), position({ symbol: ETH })] }));
  expect(answer).toMatchObject({
    lines: [
      { marketId: 'BTCUSDT', receipt: null, because: 'the shard is moving' },
      { marketId: 'ETHUSDT', receipt: { workflowId: 'close:main:ETHUSDT:long' }, because: null },
    ],
  });
});

test.each([
  ['Temporal is away', { ports: null }, 'temporalAway'],
  ['the list of positions is old', { positions: null }, 'positionsUnknown'],
])('where %s, nobody says that all are asked', async (_name, more, kind) => {
  const temporal = temporalWith();
  expect(await flattenAll(ASKING, doorState(temporal, more))).toMatchObject({ kind });
  expect(temporal.started).toEqual([]);
});
