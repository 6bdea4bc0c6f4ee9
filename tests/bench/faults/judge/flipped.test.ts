import { flipped } from '../../../../bench/faults/judge/flipped';
import { aWorld, executed, sent, stands, written } from '../hand-written';

test('an order that takes a long below zero has flipped it', () => {
  const it = written([stands('1'), sent('bot-1', 1), executed('bot-1', 1, ['0.4', '-0.6'])]);
  expect(flipped(it)).toBe('bot-1 took the position from 0.4 to -0.6');
});

test('so has one that grows what is on the other side already', () => {
  expect(flipped(written([stands('1'), sent('bot-1', 1), executed('bot-1', 1, ['-1', '-2'])]))).not.toBeNull();
});

test('one that takes a short above zero has, too', () => {
  const scenario = aWorld({ side: 'short' });
  expect(flipped(written([sent('bot-1', 1), executed('bot-1', 1, ['-1', '1'])], { scenario }))).not.toBeNull();
});

test('closing has not, nor has what somebody else turns', () => {
  const closed = [sent('bot-1', 1), executed('bot-1', 1, ['1', '0'])];
  expect(flipped(written([stands('1'), ...closed, executed('web-1', 2, ['0', '-3'])]))).toBeNull();
});
