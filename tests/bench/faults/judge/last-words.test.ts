import { abandoned } from '../../../../bench/faults/judge/abandoned';
import { falselyClosed } from '../../../../bench/faults/judge/falsely-closed';
import { falselyFailed } from '../../../../bench/faults/judge/falsely-failed';
import { neverEnded } from '../../../../bench/faults/judge/never-ended';
import type { Ending, Word } from '../../../../bench/faults/word';
import { aDecision } from '../../../support/close-fixtures';
import { aWorld, at, executed, sent, stands, written } from '../hand-written';

const says = (word: Word, seconds = 6): { ending: Ending } => ({ ending: { word, atMs: at(seconds) } });
const open = [stands('1')];
const flat = [stands('1'), sent('bot-1', 5), executed('bot-1', 5, ['1', '0'])];
const part = [stands('1'), sent('bot-1', 5), executed('bot-1', 5, ['1', '0.7'])];
const asksForPart = { scenario: aWorld({ first: aDecision({ quantity: { amount: '0.3' } }) }) };

describe('falsely closed', () => {
  test('is a policy that says closed while the position is open', () => {
    expect(falselyClosed(written(open, says('closed')))).toBe('it said closed, and 1 was still to be closed');
    expect(falselyClosed(written(part, says('closed')))).toBe('it said closed, and 0.7 was still to be closed');
  });

  test('is none of these: flat, the part that was asked, or by somebody else', () => {
    expect(falselyClosed(written(flat, says('closed')))).toBeNull();
    expect(falselyClosed(written(part, { ...says('closed'), ...asksForPart }))).toBeNull();
    const elsewhere = [stands('1'), executed('web-1', 5, ['1', '0.7'])];
    expect(falselyClosed(written(elsewhere, { ...says('closed'), ...asksForPart }))).toBeNull();
  });

  test('is not what the venue fills a moment later, and is what it fills a minute later', () => {
    expect(falselyClosed(written(flat, says('closed', 1)))).toBeNull();
    const late = [stands('1'), sent('bot-1', 60), executed('bot-1', 60, ['1', '0'])];
    expect(falselyClosed(written(late, says('closed', 1)))).not.toBeNull();
  });

  test('is not what is left below the least that an order can carry', () => {
    const dust = [stands('1'), sent('bot-1', 5), executed('bot-1', 5, ['1', '0.0009'])];
    expect(falselyClosed(written(dust, says('closed')))).toBeNull();
  });

  test('is not a position that somebody has changed: it is no longer the one that was meant', () => {
    const added = [stands('1'), executed('web-1', 5, ['1', '2'], '59500')];
    expect(falselyClosed(written(added, says('closed')))).toBeNull();
  });
});

describe('abandoned', () => {
  test('is an open position of which a policy says that it has failed, or that it is another’s', () => {
    expect(abandoned(written(open, says('failed')))).toBe('it said failed, and 1 was still to be closed');
    expect(abandoned(written(open, says('leftAlone')))).not.toBeNull();
  });

  test('is none that an operator took over, that is flat, or that is worked on', () => {
    expect(abandoned(written(open, says('handedOver')))).toBeNull();
    expect(abandoned(written(flat, says('failed')))).toBeNull();
    expect(abandoned(written(open))).toBeNull();
  });

  test('is none that has become another position', () => {
    const added = [stands('1'), executed('web-1', 5, ['1', '2'], '59500')];
    expect(abandoned(written(added, says('leftAlone')))).toBeNull();
  });
});

test('falsely failed is a policy that says failed when nothing is left to close', () => {
  expect(falselyFailed(written(flat, says('failed')))).toBe('it said failed, and nothing was left to close');
  expect(falselyFailed(written(open, says('failed')))).toBeNull();
  expect(falselyFailed(written(flat, says('closed')))).toBeNull();
});

test('never ended is a policy that has said nothing', () => {
  expect(neverEnded(written(open))).not.toBeNull();
  expect(neverEnded(written(open, says('failed')))).toBeNull();
});
