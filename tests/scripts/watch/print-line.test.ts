import { createColors } from 'picocolors';
import { recent } from '../../../scripts/watch/follow-close';
import { lineForPerson } from '../../../scripts/watch/print-line';
import { notice } from '../../../scripts/watch/watch-line';
import type { WatchLine } from '../../../scripts/watch/watch-line';

const aLine = (changes: Partial<WatchLine> = {}): WatchLine => ({
  time: '2026-01-22T10:15:00.123Z',
  level: 'info',
  marker: 'CLOSE_EXECUTED',
  says: 'order 77 executed 1',
  symbol: 'BTCUSDT',
  side: 'long',
  reason: 'STOP_LOSS',
  source: 'exit-monitor',
  orderId: '77',
  trace_id: 'trace-1',
  event_id: 15,
  ...changes,
});

const [plain, coloured] = [createColors(false), createColors(true)];

it('a line for a person says when, which position, why, what, and where to find more', () => {
  expect(lineForPerson(aLine(), plain).replaceAll(/ +/g, ' ')).toBe(
    '2026-01-22T10:15:00.123Z BTCUSDT long STOP_LOSS exit-monitor CLOSE_EXECUTED order 77 executed 1 orderId=77 trace_id=trace-1 event_id=15',
  );
});

it('markers stand one below the other', () => {
  const [one, other] = [aLine(), aLine({ symbol: 'ETHUSDT', source: 'op:x', reason: 'MANUAL' })];
  const column = (line: WatchLine) => lineForPerson(line, plain).indexOf('CLOSE_EXECUTED');
  expect(column(one)).toBe(column(other));
});

it('a notice of the watch itself needs no position', () => {
  const line = lineForPerson(notice('error', 'TEMPORAL AWAY', 'it does not answer', 0), plain);
  expect(line.replaceAll(/ +/g, ' ')).toBe('1970-01-01T00:00:00.000Z TEMPORAL AWAY it does not answer');
});

it.each([
  ['32', { marker: 'CLOSE_EXECUTED' }],
  ['32', { marker: 'TERMINAL STATE: FILLED' }],
  ['36', { marker: 'EXIT_PUBLISH' }],
  ['33', { marker: 'ORDER unknown', level: 'warn' as const }],
  ['33', { marker: 'CLOSE FINISHED', level: 'warn' as const }],
  ['31', { marker: 'CLOSE HELD', level: 'error' as const }],
])('colour %s for %j', (colour, changes) => {
  expect(lineForPerson(aLine(changes), coloured)).toContain(`\u001b[${colour}m${changes.marker}`);
});

it('what a venue or a person wrote can neither break a line nor speak to the terminal', () => {
  const line = lineForPerson(aLine({ says: 'one\ntwo\u001b[2J\u0007three\u009b1A' }), plain);
  expect(line).toContain('one two [2J three 1A');
});

describe('of what was before the watch', () => {
  const at = (second: number): WatchLine => aLine({ time: new Date(second * 1_000).toISOString(), event_id: second });
  const told = (seconds: number[], since: number): (number | undefined)[] =>
    recent(seconds.map(at), since * 1_000).map(({ event_id }) => event_id);

  it.each([
    ['who asked and where it stands are told', [1, 2, 3, 4], 9, [1, 4]],
    ['and everything from then on', [1, 2, 3, 4, 5], 4, [1, 3, 4, 5]],
    ['one line is told once', [1], 9, [1]],
    ['all, where all is new', [4, 5], 1, [4, 5]],
    ['nothing, where there is nothing', [], 1, []],
  ])('%s', (_name, seconds, since, expected) => expect(told(seconds, since)).toEqual(expected));
});
