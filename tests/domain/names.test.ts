import fc from 'fast-check';
import { closeWorkflowId, orderName, ROUNDS_MAX } from '../../src/domain/names';
import { RUN_ID, TARGET } from '../support/close-fixtures';

const hex = (value: bigint, digits: number): string => value.toString(16).padStart(digits, '0');

/** A UUID v7: milliseconds, then chance. Runs that start together share their first half. */
const uuidV7 = fc
  .tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.bigInt({ min: 0n, max: 2n ** 12n - 1n }),
    fc.bigInt({ min: 0n, max: 2n ** 62n - 1n }),
  )
  .map(([ms, a, b]) => {
    const time = hex(1_769_076_900_000n + BigInt(ms), 12);
    const tail = hex(2n ** 63n + b, 16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  });
const uuid = fc.oneof(fc.uuid({ version: 4 }), uuidV7);
const round = fc.integer({ min: 1, max: ROUNDS_MAX });

describe('an order’s name', () => {
  test('is 28 characters of [a-z0-9], for every run and round', () =>
    fc.assert(fc.property(uuid, round, (run, nth) => expect(orderName(run, nth)).toMatch(/^[a-z0-9]{28}$/))));

  test('is the same for the same run and round, in whatever worker', () => {
    expect(orderName(RUN_ID, 1)).toBe('cpcnl67j2jxf7z3g1a4a3ivf0001');
    expect(orderName(RUN_ID, ROUNDS_MAX)).toBe('cpcnl67j2jxf7z3g1a4a3ivfzzzz');
  });

  test('is another for every round of a run', () =>
    fc.assert(
      fc.property(uuid, round, round, (run, a, b) => expect(orderName(run, a) === orderName(run, b)).toBe(a === b)),
    ));

  test.each([
    ['v4', fc.uuid({ version: 4 })],
    ['v7, started in the same few milliseconds', uuidV7],
  ])('is another for every run: twenty thousand UUIDs %s', (_, kind) => {
    const runs = new Set(fc.sample(kind, { numRuns: 20_000, seed: 7 }));
    expect(new Set([...runs].map((run) => orderName(run, 1))).size).toBe(runs.size);
  });

  test.each([0, -1, 1.5, ROUNDS_MAX + 1, Number.NaN])('round %d has none', (nth) =>
    expect(() => orderName(RUN_ID, nth)).toThrow('has no name'),
  );

  test('a run id that is no UUID has none', () => expect(() => orderName('close-1', 1)).toThrow('is not a UUID'));
});

test('a close’s workflow id is its position at the venue, so the lock is the same however the symbol was typed', () => {
  expect(closeWorkflowId(TARGET)).toBe('close:main:BTCUSDT:long');
  expect(closeWorkflowId({ ...TARGET, side: 'short' })).not.toBe(closeWorkflowId(TARGET));
});
