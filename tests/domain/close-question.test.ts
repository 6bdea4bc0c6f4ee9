import { isOutdated, nextQuestion, noteHeard, startAfresh } from '../../src/domain/close-question';
import { newProgress } from '../../src/domain/close-progress';
import type { Close } from '../../src/domain/close-effects';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { aDecision, aManualDecision, aPosition, START_MS, TARGET } from '../support/close-fixtures';
import { ScriptedVenue } from '../support/scripted-venue';

const start = { quantity: '1', entryPrice: '60000', executed: '0.4', readAtMs: START_MS };
const replaced = {
  kind: 'replaced' as const,
  expectedEntryPrice: '60000',
  position: aPosition({ entryPrice: '61000' }),
  readAtMs: START_MS,
};

/** A close that has been read once, for `heard`; `joined` have asked since. */
const aClose = (heard: ExitDecision[], joined: ExitDecision[]): Close => {
  const effects = new ScriptedVenue({ asked: heard });
  const close = { target: TARGET, effects, progress: { ...newProgress(), start: { ...start } } };
  noteHeard(close, nextQuestion(close));
  joined.forEach((decision) => effects.ask(decision));
  return close;
};

describe('what a round asks', () => {
  test('is for everyone who has asked, in what the verdict rests on and no more', () => {
    const { asked, ...rest } = nextQuestion(aClose([aDecision({ note: 'hello' })], [aManualDecision()]));
    expect(asked).toEqual([
      {
        decisionId: 'decision-1',
        source: 'exit-monitor',
        quantity: 'all',
        expiresAt: '2026-01-22T10:20:00Z',
        entryPrice: '60000',
      },
      {
        decisionId: 'manual-1',
        source: 'operator:alice',
        quantity: 'all',
        expiresAt: '2026-01-22T10:20:00Z',
        entryPrice: null,
      },
    ]);
    expect(rest).toEqual({ target: TARGET, start });
  });

  test('a person who joins does not make it forget what has been executed', () =>
    expect(nextQuestion(aClose([aDecision()], [aManualDecision()])).start).toEqual(start));

  test('is outdated as soon as another asks', () => {
    const close = aClose([aDecision()], []);
    const question = nextQuestion(close);
    expect(isOutdated(close, question)).toBe(false);
    (close.effects as ScriptedVenue).ask(aManualDecision());
    expect(isOutdated(close, question)).toBe(true);
    expect(isOutdated(close, nextQuestion(close))).toBe(false);
  });
});

describe('after the position was replaced', () => {
  test.each([
    ['a person who asks since then', aManualDecision()],
    ['one who saw the new position', aDecision({ observed: { entryPrice: '61000.0' } })],
  ])('%s makes the close start afresh, for them alone', (_, joiner) => {
    const close = aClose([aManualDecision({ decisionId: 'manual-0' })], [joiner]);
    expect(startAfresh(close, replaced)).toBe(true);
    expect(nextQuestion(close)).toMatchObject({ start: null, asked: [{ decisionId: joiner.decisionId }] });
    expect(isOutdated(close, nextQuestion(close))).toBe(false);
  });

  test.each([
    ['nobody asked since', aClose([aManualDecision()], [])],
    ['only one who saw the old position asked since', aClose([aDecision()], [aDecision({ decisionId: 'decision-2' })])],
  ])('%s: it is left alone', (_, close) => {
    expect(startAfresh(close, replaced)).toBe(false);
    expect(close.progress.start).toEqual(start);
  });

  test('a close that never found its position has no other to start afresh on', () => {
    const close = aClose([], [aManualDecision()]);
    close.progress.start = null;
    expect(startAfresh(close, replaced)).toBe(false);
  });
});
