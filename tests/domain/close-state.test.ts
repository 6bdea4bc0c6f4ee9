import { isHeld, MOVES, nextState } from '../../src/domain/close-state';
import type { CloseEvent, CloseState } from '../../src/domain/close-state';

const states = Object.keys(MOVES) as CloseState[];
const events = [...new Set(states.flatMap((state) => Object.keys(MOVES[state])))] as CloseEvent[];
const movesFrom = (state: CloseState): Partial<Record<CloseEvent, CloseState>> => MOVES[state];

function reachableFrom(start: CloseState): Set<CloseState> {
  const seen = new Set([start]);
  for (const state of seen) for (const next of Object.values(movesFrom(state))) seen.add(next);
  return seen;
}

describe('the states of a close', () => {
  test.each(states.filter((state) => state !== 'broken'))('%s can be reached, and can reach finished', (state) => {
    expect(reachableFrom('validating')).toContain(state);
    expect(reachableFrom(state)).toContain('finished');
  });

  test('no move leads to broken: only our own being wrong does, and only a person leads out of it', () => {
    expect(reachableFrom('validating')).not.toContain('broken');
    expect(movesFrom('broken')).toEqual({ stopped: 'finished' });
  });

  test('nothing happens after finished', () => expect(movesFrom('finished')).toEqual({}));

  test('an order is placed only from bypassing, and awaited only from placing or a hold with that order', () => {
    const into = (target: CloseState) => states.filter((state) => Object.values(movesFrom(state)).includes(target));
    expect(into('placing')).toEqual(['bypassing']);
    expect(into('bypassing')).toEqual(['validating']);
    expect(into('awaiting')).toEqual(['placing', 'heldWithOrder']);
  });

  test('from a hold with an open order there is no way to a reading, and so to another order, but through that order', () =>
    expect(movesFrom('heldWithOrder')).toEqual({ woke: 'awaiting', stopped: 'finished' }));

  const impossible = states.flatMap((state) =>
    events.filter((event) => !(event in MOVES[state])).map((event) => [state, event] as const),
  );
  test.each(impossible)('a close that is %s cannot meet %s, and says both', (state, event) =>
    expect(() => nextState(state, event)).toThrow(`a close that is ${state} cannot meet ${event}`),
  );

  test('an event that nobody knows says so too', () =>
    expect(() => nextState('validating', 'explode' as CloseEvent)).toThrow(
      'a close that is validating cannot meet explode',
    ));

  test('held states are those that need a person', () =>
    expect(states.filter(isHeld)).toEqual(['held', 'heldWithOrder', 'broken']));
});
