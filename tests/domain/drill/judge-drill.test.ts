import { faultOf, judgeDrill } from '../../../src/domain/drill/judge-drill';
import { DRILL_OBJECTIVES } from '../../../src/domain/drill/drill-objectives';
import type { DrillReading } from '../../../src/domain/drill/judge-drill';
import { START_MS } from '../../support/close-fixtures';
import { evidence, finished, MARKERS, running } from './support';

const judge = (changes: Partial<DrillReading>, objectives = DRILL_OBJECTIVES) =>
  judgeDrill({ decidedAtMs: START_MS, close: finished(), evidence: evidence(), ...changes }, objectives);

const times = (changes: Partial<DrillReading>) => judge(changes).map(({ tookMs }) => tookMs);
const broken = (changes: Partial<DrillReading>, objectives = DRILL_OBJECTIVES) =>
  judge(changes, objectives)
    .filter(({ held }) => !held)
    .map(({ stage }) => stage);

it('the stages are timed by the venue’s clock: decision, first execution, the reading that was flat', () => {
  expect(times({})).toEqual([40, 50, 90, null, null]);
  expect(broken({})).toEqual([]);
  expect(faultOf(judge({}))).toBeNull();
});

it('an objective that is met to the millisecond is met, and one millisecond more is not', () => {
  expect(broken({}, { order: 40, flat: 50, whole: 90 })).toEqual([]);
  expect(broken({}, { order: 39, flat: 50, whole: 89 })).toEqual(['order', 'whole']);
});

it.each([
  ['a close that still runs', { close: running, evidence: evidence({ orderAtMs: null, openQuantity: '1' }) }],
  [
    'a close whose position someone else took',
    { close: finished({ outcome: 'closedElsewhere' }), evidence: evidence({ orderAtMs: null }) },
  ],
])('%s has reached no stage of time', (_name, changes: Partial<DrillReading>) => {
  expect(times(changes).slice(0, 3)).toEqual([null, null, null]);
  expect(broken(changes)).toEqual(expect.arrayContaining(['order', 'flat', 'whole']));
});

it('the venue’s own word stands above the result of the close', () => {
  expect(broken({ evidence: evidence({ openQuantity: '0.4' }) })).toEqual(['venue']);
  expect(faultOf(judge({ evidence: evidence({ openQuantity: '0.4' }) }))).toBe(
    'flat by the venue’s own word: it shows 0.4 open',
  );
});

it.each(MARKERS)('a history without %s is not complete', (marker) => {
  const markers = MARKERS.filter((one) => one !== marker);
  const stages = judge({ evidence: evidence({ markers }) });
  expect(faultOf(stages)).toContain(`it lacks ${marker.replace('FILLED', '')}`);
});

it('what could not be read has not held', () => {
  const unread = { evidence: { kind: 'unreadable', because: 'the venue does not answer' } } as const;
  expect(broken(unread)).toEqual(['order', 'flat', 'venue', 'history']);
});

it('clocks that disagree by an instant make no time negative', () => {
  expect(times({ decidedAtMs: START_MS + 42 })).toEqual([0, 50, 48, null, null]);
});
