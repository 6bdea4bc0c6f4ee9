import type { DrillEffects } from '../../../src/domain/drill/drill-effects';
import { runDrill } from '../../../src/domain/drill/run-drill';
import { aPosition } from '../../support/close-fixtures';
import { aPlan, aWorld, evidence, finished, running } from './support';

const drill = async (changes: Partial<DrillEffects> = {}, plan = aPlan()) => {
  const { effects, deeds } = aWorld(changes);
  return { report: await runDrill(plan, effects), deeds };
};

const answer =
  <T>(value: T) =>
  () =>
    Promise.resolve(value);

it('a position is put on, closed as any other, judged, and nothing is taken off', async () => {
  const { report, deeds } = await drill();
  expect(report).toMatchObject({ verdict: 'passed', because: 'every stage held', leftOpen: '0', cleared: false });
  expect(deeds).toEqual(['survey', 'putOn', 'publishExit', 'close', 'readEvidence']);
});

it('the decision is for exactly the position that was seen, in the operator’s name', async () => {
  const asked: unknown[] = [];
  await drill({ close: (decision) => (asked.push(decision), Promise.resolve(finished())) });
  expect(asked).toMatchObject([
    { source: 'operator:alice', reduceOnly: true, quantity: 'all', observed: { entryPrice: '60000' } },
  ]);
});

it('where there is an objection, nothing is touched', async () => {
  const { report, deeds } = await drill({ survey: answer({ kind: 'refused', because: 'a long is open' } as const) });
  expect(report).toMatchObject({ verdict: 'refused', because: 'a long is open' });
  expect(deeds).toEqual(['survey']);
});

it('a venue that cannot be read fails the drill, and nothing is touched', async () => {
  const { report, deeds } = await drill({ survey: answer({ kind: 'unreadable', because: 'silence' } as const) });
  expect(report.verdict).toBe('failed');
  expect(deeds).toEqual(['survey']);
});

it('a position that was held before is closed, and never put on or taken off', async () => {
  const { report, deeds } = await drill({
    survey: answer({ kind: 'holding', position: aPosition() } as const),
    close: answer(finished({ outcome: 'refused' })),
    readEvidence: answer(evidence({ orderAtMs: null, openQuantity: '1' })),
  });
  expect(report).toMatchObject({ verdict: 'failed', leftOpen: '1', cleared: false });
  expect(deeds).toEqual(['survey', 'publishExit', 'close', 'readEvidence']);
});

describe('what the drill put on and its close has left is taken off', () => {
  it.each<[string, Partial<DrillEffects>]>([
    ['when nobody knows whether it is on', { putOn: answer({ kind: 'failed', because: 'the line was cut' } as const) }],
    ['when the close could not be started', { close: answer({ kind: 'lost', because: 'another runs' } as const) }],
    [
      'when the close was refused',
      {
        close: answer(finished({ outcome: 'refused' })),
        readEvidence: answer(evidence({ orderAtMs: null, openQuantity: '1' })),
      },
    ],
    ['when the venue says nothing', { readEvidence: answer({ kind: 'unreadable', because: 'silence' } as const) }],
  ])('%s', async (_name, changes) => {
    const { report, deeds } = await drill(changes);
    expect(report).toMatchObject({ verdict: 'failed', cleared: true, leftOpen: '0' });
    expect(deeds.at(-1)).toBe('takeOff');
  });

  it.each(['0.4', null])('and what is open even then is named: %s', async (open) => {
    const { report } = await drill({
      close: answer({ kind: 'lost', because: 'another runs' } as const),
      takeOff: answer(open),
    });
    expect(report).toMatchObject({ cleared: false, leftOpen: open });
  });

  it('but not while its close is at work on it', async () => {
    const { report, deeds } = await drill({
      close: answer(running),
      readEvidence: answer(evidence({ orderAtMs: null, openQuantity: '1' })),
    });
    expect(report).toMatchObject({ verdict: 'unfinished', leftOpen: '1' });
    expect(deeds).not.toContain('takeOff');
  });

  it('nor where it went flat too late', async () => {
    const { report, deeds } = await drill({}, aPlan({ objectives: { order: 1, flat: 1, whole: 1 } }));
    expect(report.verdict).toBe('failed');
    expect(deeds).not.toContain('takeOff');
  });
});
