import { tookAnothers } from '../../../../bench/faults/judge/took-anothers';
import { aManualDecision } from '../../../support/close-fixtures';
import { asked, executed, sent, stands, written } from '../hand-written';

const replaced = [executed('web-1', 1, ['1', '0']), executed('web-2', 2, ['0', '2'], '59000')];
const eaten = (seconds: number) => [sent('bot-1', seconds), executed('bot-1', seconds, ['2', '1'], '59000')];

test('an order that is sent a minute after another position took the place has eaten of it', () => {
  expect(tookAnothers(written([stands('1'), asked(), ...replaced, ...eaten(62)]))).toBe(
    'bot-1 took 1 of a position that somebody else had opened',
  );
});

test('within the time that look-ups may lag, nobody could know', () => {
  expect(tookAnothers(written([stands('1'), asked(), ...replaced, ...eaten(20)]))).toBeNull();
});

test('a position that was added to, and never gone, is not another’s alone', () => {
  const added = executed('web-1', 1, ['1', '2'], '59500');
  expect(tookAnothers(written([stands('1'), asked(), added, ...eaten(62)]))).toBeNull();
});

test('a person who asks for whatever stands there means it', () => {
  const person = asked(aManualDecision());
  expect(tookAnothers(written([stands('1'), asked(), person, ...replaced, ...eaten(62)]))).toBeNull();
});
