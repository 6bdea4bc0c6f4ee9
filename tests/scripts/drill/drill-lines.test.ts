import { addObjective } from '../../../scripts/drill/objective-option';
import { drillLines, exitCodeOf } from '../../../scripts/drill/print-drill';
import { DRILL_OBJECTIVES } from '../../../src/domain/drill/drill-objectives';
import type { DrillReport } from '../../../src/domain/drill/drill-report';
import { report } from '../../../src/domain/drill/run-drill';
import { aPlan } from '../../domain/drill/support';

const linesOf = (changes: Partial<DrillReport>) =>
  drillLines({ ...report(aPlan(), 'failed', 'because'), ...changes }, 'http://ui').join('\n');

describe('what is left open is said loudly, with what to do', () => {
  it.each<[string, Partial<DrillReport>, RegExp]>([
    ['a position', { leftOpen: '3' }, /STILL OPEN in BTC\/USDT:USDT on main: 3; .*manual-close BTCUSDT/],
    ['its close goes on', { leftOpen: '3', verdict: 'unfinished' }, /STILL OPEN.* its close goes on/],
    ['nobody knows', { leftOpen: null }, /STILL OPEN.* the venue does not say how much/],
    ['taken off', { cleared: true }, /taken its position off again/],
  ])('%s', (_name, changes, sentence) => expect(linesOf(changes)).toMatch(sentence));

  it('and nothing is said of nothing', () => expect(linesOf({})).not.toMatch(/OPEN|off/));
});

it('each verdict has its exit code', () => {
  expect(exitCodeOf).toEqual({ passed: 0, failed: 1, refused: 3, unfinished: 4 });
});

describe('an objective as it is typed', () => {
  it('changes the one it names', () => {
    expect(addObjective('order=500ms', DRILL_OBJECTIVES)).toEqual({ ...DRILL_OBJECTIVES, order: 500 });
  });

  it.each(['order', 'order=soon', 'speed=2s', '2s', 'order=0s'])('%s is no objective', (typed) => {
    expect(() => addObjective(typed, DRILL_OBJECTIVES)).toThrow(/Write/);
  });
});
