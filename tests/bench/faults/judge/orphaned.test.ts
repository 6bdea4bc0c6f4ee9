import { orphaned } from '../../../../bench/faults/judge/orphaned';
import { at, executed, sent, stands, written } from '../hand-written';

const flat = [stands('1'), sent('bot-1', 5), executed('bot-1', 5, ['1', '0'])];
const closed = { word: 'closed', atMs: at(6) } as const;

test('a stop that rests after its position is an orphan', () => {
  expect(orphaned(written(flat, { restingAtEnd: ['stop-loss'], ending: closed }))).toBe(
    'stop-loss rests, and there is no position',
  );
});

test('so is an order of the policy’s own', () => {
  expect(orphaned(written(flat, { restingAtEnd: ['bot-1'], ending: closed }))).not.toBeNull();
});

test('an order of somebody else’s is not, nor is a stop of a position that is open', () => {
  expect(orphaned(written(flat, { restingAtEnd: ['entry-1', 'take-profit-7'], ending: closed }))).toBeNull();
  expect(orphaned(written([stands('1')], { restingAtEnd: ['stop-loss'], ending: closed }))).toBeNull();
});

test('a stop whose position went after the policy had ended is not the policy’s', () => {
  const early = { word: 'closed', atMs: at(4) } as const;
  expect(orphaned(written(flat, { restingAtEnd: ['stop-loss'], ending: early }))).toBeNull();
});

test('nor is one whose position somebody else closed so shortly before that it need not have shown', () => {
  const others = [stands('1'), executed('adl', 5, ['1', '0'])];
  const endingAt = (seconds: number) => ({ word: 'closed', atMs: at(seconds) }) as const;
  expect(orphaned(written(others, { restingAtEnd: ['stop-loss'], ending: endingAt(20) }))).toBeNull();
  expect(orphaned(written(others, { restingAtEnd: ['stop-loss'], ending: endingAt(25) }))).not.toBeNull();
});

test('what an operator has taken over is the operator’s', () => {
  const handedOver = { word: 'handedOver', atMs: at(6) } as const;
  expect(orphaned(written(flat, { restingAtEnd: ['stop-loss'], ending: handedOver }))).toBeNull();
});
