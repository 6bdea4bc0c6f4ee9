import { WantedList } from '../../../src/monitor/trigger/wanted-list';
import { ETH, position } from '../watching/cases';

test('another entry price is another position, once nothing runs for the one before', () => {
  const list = new WantedList();
  const first = list.wanted(position());
  first.standing = { kind: 'closing', workflowId: 'w', runId: 'r', uiLink: '' };
  expect(list.wanted(position({ entryPrice: '61000' }))).toBe(first);
  expect(list.find(position({ entryPrice: '61000' }))).toBeNull();
  first.standing = { kind: 'ended', readAfterMs: 0, notBeforeMs: 0, because: 'closed' };
  expect(list.wanted(position({ entryPrice: '60000.0' }))).toBe(first);
  expect(list.wanted(position({ entryPrice: '61000' }))).toMatchObject({ attempt: 1, standing: { kind: 'waiting' } });
});

test('what was left of a position is stood back from, until it has grown', () => {
  const list = new WantedList();
  const left = list.wanted(position());
  left.standing = { kind: 'standsBack', upTo: '0.0004', because: 'less than a step' };
  expect(list.wanted(position({ quantity: '0.0004' }))).toBe(left);
  expect(list.wanted(position({ quantity: '1' }))).toMatchObject({ standing: { kind: 'waiting' } });
});

test('what an operator has is the operator’s, whatever its size', () => {
  const list = new WantedList();
  const taken = list.wanted(position());
  taken.standing = { kind: 'standsBack', upTo: null, because: 'alice' };
  expect(list.wanted(position({ quantity: '200' }))).toBe(taken);
});

test('only what waits is withdrawn, also where another position has taken its place', () => {
  const list = new WantedList();
  list.wanted(position());
  list.forgetWaiting(position({ entryPrice: '61000' }));
  expect([...list.all()]).toEqual([]);
  list.wanted(position()).standing = { kind: 'asking', sinceMs: 0 };
  list.forgetWaiting(position());
  expect([...list.all()]).toHaveLength(1);
});

test('what is gone from the list is forgotten, so that nothing piles up', () => {
  const list = new WantedList();
  for (const side of ['long', 'short'] as const) list.wanted(position({ side }));
  list.wanted(position({ symbol: ETH }));
  list.keepOnly([position()], () => false);
  expect([...list.all()]).toHaveLength(1);
  list.keepOnly([], () => true);
  expect([...list.all()]).toHaveLength(1);
});
