import { naked } from '../../../../bench/faults/judge/naked';
import { aStopRecord, at, executed, stands, written } from '../hand-written';

const cancelledAt = (seconds: number) => aStopRecord({ untilMs: at(seconds), cancelled: true });

test('a position that stays open without the stop that the policy cancelled is naked', () => {
  expect(naked(written([stands('1')], { stops: [cancelledAt(10)] }))).toBe(
    '3590 s without the stop that it had cancelled',
  );
});

test('more than a minute of it is enough', () => {
  const closedAt = (seconds: number) => [stands('1'), executed('bot-1', seconds, ['1', '0'])];
  expect(naked(written(closedAt(71), { stops: [cancelledAt(10)] }))).not.toBeNull();
  expect(naked(written(closedAt(70), { stops: [cancelledAt(10)] }))).toBeNull();
});

test('a stop that is put back ends it', () => {
  const restored = aStopRecord({ fromMs: at(40) });
  expect(naked(written([stands('1')], { stops: [cancelledAt(10), restored] }))).toBeNull();
});

test('a stop that somebody else cancelled, that triggered, or that waits makes nobody naked', () => {
  const stops = [aStopRecord({ untilMs: at(10) }), aStopRecord()];
  expect(naked(written([stands('1')], { stops }))).toBeNull();
});

test('a stop that is cancelled after the position has gone protected nothing', () => {
  const gone = [stands('1'), executed('bot-1', 5, ['1', '0']), executed('web-1', 6, ['0', '1'], '59000')];
  expect(naked(written(gone, { stops: [cancelledAt(10)] }))).toBeNull();
});
