import { newSwitch } from '../../../src/domain/dead-man/dead-man';
import type { Arm, DeadManPhase, DeadManState, Heartbeat, Stepped } from '../../../src/domain/dead-man/dead-man';
import { readMessage } from '../../../src/domain/dead-man/dead-man-messages';
import { lookAt, nextLookMs, settingsOf } from '../../../src/domain/dead-man/dead-man-silence';
import { arm, disarm, hear, missAll, part } from '../../../src/domain/dead-man/dead-man-step';
import { DEAD_MAN_MOVES, phaseAfter } from '../../../src/domain/dead-man/dead-man-table';
import type { DeadManEvent } from '../../../src/domain/dead-man/dead-man-table';
import { isArmed, saysOf, stateOf } from '../../../src/domain/dead-man/dead-man-words';

const T = 60_000;

const beat = (monitor = 'a', sequence = 1, changes: Partial<Heartbeat> = {}): Heartbeat => ({
  ...{ monitor, sequence, sentAt: '2026-01-22T09:00:00Z', everyMs: T / 4, positions: 3, mode: 'alert', timeoutMs: T },
  ...changes,
});

type Move = (state: DeadManState, atMs: number) => Stepped;
const heartbeat =
  (monitor = 'a', sequence = 1, changes: Partial<Heartbeat> = {}): Move =>
  (state, atMs) =>
    hear(state, beat(monitor, sequence, changes), atMs);
const leaves =
  (monitor = 'a'): Move =>
  (state, atMs) =>
    part(state, { monitor, reason: 'clean stop' }, atMs);
const armed =
  (changes: Partial<Arm> = {}): Move =>
  (state, atMs) =>
    arm(state, { operator: 'alice', reason: 'night', ...changes }, atMs);
const disarmed: Move = (state, atMs) => disarm(state, { operator: 'alice', reason: 'maintenance' }, atMs);
const silence: Move = (state, atMs) => missAll(state, atMs);

type Moves = readonly (readonly [atMs: number, move: Move])[];

/** The moves at these moments, one after the other, and what was said on the way. */
function story(...moves: Moves) {
  let state = newSwitch('main', 0);
  const said: string[] = [];
  for (const [atMs, move] of moves) {
    const stepped = move(state, atMs);
    state = stepped.state;
    said.push(...stepped.acts.map((act) => (act.kind === 'flatten' ? 'flatten' : act.notice.kind)));
  }
  return { state, said };
}

describe('the phases', () => {
  test.each<[string, Moves, DeadManPhase, string[]]>([
    ['nobody was heard', [], 'waiting', []],
    ['the first heartbeat arms', [[0, heartbeat()]], 'watching', ['ARMED']],
    [
      'the next ones say nothing',
      [
        [0, heartbeat()],
        [1, heartbeat('a', 2)],
      ],
      'watching',
      ['ARMED'],
    ],
    [
      'silence alerts',
      [
        [0, heartbeat()],
        [T, silence],
      ],
      'silent',
      ['ARMED', 'SILENT'],
    ],
    [
      'silence flattens where a monitor said so',
      [
        [0, heartbeat('a', 1, { mode: 'flatten' })],
        [T, silence],
      ],
      'flattening',
      ['ARMED', 'flatten', 'FLATTENING'],
    ],
    [
      'a heartbeat ends a silence',
      [
        [0, heartbeat()],
        [T, silence],
        [T + 1, heartbeat('a', 2)],
      ],
      'watching',
      ['ARMED', 'SILENT', 'RECOVERED'],
    ],
    [
      'the last monitor that leaves disarms',
      [
        [0, heartbeat()],
        [1, leaves()],
      ],
      'left',
      ['ARMED', 'DISARMED'],
    ],
    [
      'a monitor that starts after that arms',
      [
        [0, heartbeat()],
        [1, leaves()],
        [2, heartbeat('b')],
      ],
      'watching',
      ['ARMED', 'DISARMED', 'ARMED'],
    ],
    [
      'a heartbeat that was under way when its monitor left does not',
      [
        [0, heartbeat()],
        [1, leaves()],
        [2, heartbeat('a', 2)],
      ],
      'left',
      ['ARMED', 'DISARMED'],
    ],
    [
      'one of two that leaves hands over to the other',
      [
        [0, heartbeat()],
        [1, heartbeat('b')],
        [2, leaves()],
      ],
      'watching',
      ['ARMED'],
    ],
    [
      'the other has been silent for too long to carry on',
      [
        [0, heartbeat('b')],
        [T, heartbeat()],
        [T + 1, leaves()],
      ],
      'left',
      ['ARMED', 'DISARMED'],
    ],
    [
      'one that was never heard changes nothing by leaving',
      [
        [0, heartbeat()],
        [1, leaves('c')],
      ],
      'watching',
      ['ARMED'],
    ],
    [
      'an operator’s disarm holds against heartbeats',
      [
        [0, heartbeat()],
        [1, disarmed],
        [2, heartbeat('a', 2)],
        [3, heartbeat('b')],
      ],
      'disarmed',
      ['ARMED', 'DISARMED'],
    ],
    [
      'and against leaving',
      [
        [0, heartbeat()],
        [1, disarmed],
        [2, leaves()],
      ],
      'disarmed',
      ['ARMED', 'DISARMED'],
    ],
    [
      'an operator arms while a monitor is heard',
      [
        [0, heartbeat()],
        [1, disarmed],
        [2, armed()],
      ],
      'watching',
      ['ARMED', 'DISARMED', 'ARMED'],
    ],
    [
      'an operator arms while none is: nothing is missed until one was heard',
      [
        [0, heartbeat()],
        [1, disarmed],
        [2 * T, armed()],
      ],
      'waiting',
      ['ARMED', 'DISARMED', 'ARMED'],
    ],
    [
      'a longer timeout does not make a monitor that has missed its pace be heard',
      [
        [0, heartbeat()],
        [1, disarmed],
        [T, armed({ timeoutMs: 10 * T })],
      ],
      'waiting',
      ['ARMED', 'DISARMED', 'ARMED'],
    ],
    ['an operator disarms a switch that nobody started', [[0, disarmed]], 'disarmed', ['DISARMED']],
    [
      'a blind monitor that stops cleanly ends the silence',
      [
        [0, heartbeat()],
        [T, silence],
        [T + 1, leaves()],
      ],
      'left',
      ['ARMED', 'SILENT', 'DISARMED'],
    ],
  ])('%s', (_name, moves, phase, said) => {
    const told = story(...moves);
    expect(told.state.phase).toBe(phase);
    expect(told.said).toEqual(said);
  });

  test.each(
    Object.entries(DEAD_MAN_MOVES).flatMap(([phase, moves]) => Object.entries(moves).map((move) => [phase, ...move])),
  )('%s, %s: %s', (phase, event, next) => {
    expect(phaseAfter(phase as DeadManPhase, event as DeadManEvent)).toBe(next);
  });

  it('only a switch that watches can miss somebody', () => {
    const others = Object.keys(DEAD_MAN_MOVES).filter((phase) => phase !== 'watching') as DeadManPhase[];
    for (const phase of others)
      expect(() => phaseAfter(phase, 'silenceFlatten')).toThrow(`a switch that is ${phase} cannot meet silenceFlatten`);
  });
});

describe('mode and timeout', () => {
  test.each<[string, Moves, object]>([
    ['nobody said', [], { mode: 'alert', timeoutMs: 60_000 }],
    [
      'a monitor’s',
      [[0, heartbeat('a', 1, { mode: 'flatten', timeoutMs: 90_000 })]],
      { mode: 'flatten', timeoutMs: 90_000 },
    ],
    [
      'those of the monitor that was heard last',
      [
        [0, heartbeat('a', 1, { mode: 'flatten' })],
        [1, heartbeat('b')],
      ],
      { mode: 'alert' },
    ],
    [
      'an operator’s, whatever a monitor says after it',
      [
        [0, armed({ mode: 'flatten', timeoutMs: 90_000 })],
        [1, heartbeat()],
      ],
      { mode: 'flatten', timeoutMs: 90_000 },
    ],
    [
      'an operator’s, after the last monitor left and another came',
      [
        [0, armed({ mode: 'flatten' })],
        [1, heartbeat()],
        [2, leaves()],
        [3, heartbeat('b')],
      ],
      { mode: 'flatten' },
    ],
    [
      'an operator who arms without saying leaves them to the monitors',
      [
        [0, armed({ mode: 'flatten' })],
        [1, heartbeat()],
        [2, armed()],
      ],
      { mode: 'alert' },
    ],
    [
      'never so short that a monitor’s usual pace would be missed',
      [
        [0, armed({ timeoutMs: 10_000 })],
        [1, heartbeat()],
      ],
      { timeoutMs: 45_000 },
    ],
  ])('%s', (_name, moves, settings) => {
    expect(settingsOf(story(...moves).state)).toMatchObject(settings);
  });
});

describe('the clock', () => {
  const watching = story([0, heartbeat()]).state;
  /** Looks at each of these moments, heartbeats apart; what each look saw. */
  const looks = (state: DeadManState, ...atMs: number[]) => {
    let now = state;
    return atMs.map((moment) => {
      const look = lookAt(now, moment);
      if ('state' in look) now = look.state;
      return look.kind;
    });
  };

  it('looks first when three quarters are over, then once more for a quarter, then it is silence', () => {
    expect(nextLookMs(watching)).toBe(45_000);
    expect(looks(watching, 44_999, 45_000, 59_999, 60_000)).toEqual(['early', 'overdue', 'early', 'silence']);
  });

  it('listens for a whole quarter, however late it came to look', () => {
    expect(looks(watching, 50_000, 60_000, 64_999, 65_000)).toEqual(['overdue', 'early', 'early', 'silence']);
  });

  it('counts anew when it was itself away', () => {
    const away = 45_000 + 7_501;
    expect(looks(watching, away, away + 45_000, away + 60_000)).toEqual(['late', 'overdue', 'silence']);
  });

  it('counts anew when it was away at the end', () => {
    expect(looks(watching, 45_000, 100_000, 145_000, 160_000)).toEqual(['overdue', 'late', 'overdue', 'silence']);
  });

  it('gives the benefit of the doubt three times in one silence, and then acts', () => {
    const often = [1, 2, 3, 4, 5].map((times) => times * 1_000_000);
    expect(looks(watching, ...often)).toEqual(['late', 'late', 'late', 'overdue', 'silence']);
  });

  it('a heartbeat gives all of it back', () => {
    const late = lookAt(watching, 1_000_000);
    const heard = hear('state' in late ? late.state : watching, beat('a', 2), 1_000_001).state;
    expect(heard).toMatchObject({ countFromMs: 1_000_001, callFromMs: null, lateWakes: 0 });
  });

  it('two seconds are left to find a server again, however short the timeout', () => {
    const hasty = story([0, heartbeat('a', 1, { timeoutMs: 4_000, everyMs: 1_000 })]).state;
    expect(looks(hasty, 1_999, 2_000, 3_999, 4_000)).toEqual(['early', 'overdue', 'early', 'silence']);
  });

  it.each([
    ['waiting', newSwitch('main', 0)],
    ['disarmed', story([0, heartbeat()], [1, disarmed]).state],
    ['left', story([0, heartbeat()], [1, leaves()]).state],
    ['silent', story([0, heartbeat()], [T, silence]).state],
  ])('%s: no clock runs', (_name, state) => {
    expect(nextLookMs(state)).toBeNull();
    expect(looks(state, 10 * T)).toEqual(['early']);
  });
});

describe('what operators are told', () => {
  const words = ({ acts }: Stepped) =>
    acts.map((act) => (act.kind === 'tell' ? act.notice.sentence : act.note)).join('\n');

  it('since when it is silent, who was heard last, who armed it', () => {
    const { state } = story([0, armed({ mode: 'flatten' })], [1_000, heartbeat()]);
    const stepped = missAll(state, T);
    expect(words(stepped)).toContain('is heard since 1970-01-01T00:00:01.000Z (monitor a, watching 3 positions)');
    expect(words(stepped)).toContain('armed by alice (night)');
    expect(stepped.acts[0]?.kind).toBe('flatten');
  });

  it('a flatten that was begun goes on when a monitor is back', () => {
    const { state } = story([0, heartbeat('a', 1, { mode: 'flatten' })], [T, silence]);
    expect(words(hear(state, beat('b'), T + 1))).toMatch(
      /the flatten that was begun goes on until the account is flat/,
    );
  });

  it('a monitor that starts calls nobody; an operator who arms is posted', () => {
    const posted = ({ acts }: Stepped) => acts.map((act) => act.kind === 'tell' && act.notice.posted);
    expect(posted(hear(newSwitch('main', 0), beat(), 0))).toEqual([false]);
    expect(posted(armed()(newSwitch('main', 0), 0))).toEqual([true]);
  });

  it.each<[string, DeadManState, string, boolean, RegExp]>([
    ['waiting', newSwitch('main', 0), 'waiting', true, /no monitor is heard yet/],
    ['watching', story([0, heartbeat()]).state, 'watching', true, /alert after 60 s of silence; monitor a/],
    ['left', story([0, heartbeat()], [1, leaves()]).state, 'disarmed', false, /disarmed by monitor a, clean stop/],
    ['disarmed', story([0, disarmed]).state, 'disarmed', false, /by alice: maintenance; it stays so until/],
  ])('%s is seen as such', (_name, state, shown, armedNow, says) => {
    expect([stateOf(state.phase), isArmed(state)]).toEqual([shown, armedNow]);
    expect(saysOf(state)).toMatch(says);
  });
});

describe('what is kept stays small', () => {
  it('however many monitors come and go', () => {
    const visits = Array.from({ length: 100 }, (_, n) => [
      [2 * n, heartbeat(`m${n}`)] as const,
      [2 * n + 1, n % 2 === 0 ? leaves(`m${n}`) : heartbeat(`m${n}`, 2)] as const,
    ]).flat();
    const { state } = story(...visits);
    expect(state.monitors.length).toBeLessThanOrEqual(16);
    expect(state.departed.length).toBeLessThanOrEqual(32);
    expect(JSON.stringify(state).length).toBeLessThan(6_000);
  });
});

describe('messages', () => {
  it.each([
    ['heartbeat', beat()],
    // A refused heartbeat would be taken for silence.
    ['heartbeat', { ...beat(), aFieldOfTomorrow: 1 }],
    ['leave', { monitor: 'a', reason: 'clean stop' }],
    ['arm', { operator: 'alice', reason: 'night', mode: 'flatten' }],
    ['disarm', { operator: 'alice', reason: 'maintenance' }],
  ] as const)('%s: %j is taken', (signal, message) => {
    expect(readMessage(signal, message).ok).toBe(true);
  });

  it.each([
    ['heartbeat', { ...beat(), monitor: '' }, /^heartbeat: monitor/],
    ['heartbeat', { ...beat(), timeoutMs: 10 }, /^heartbeat: timeoutMs/],
    ['heartbeat', 'alive', /^heartbeat: /],
    ['arm', { operator: 'alice', reason: 'night', mode: 'explode' }, /^arm: mode/],
    ['arm', { operator: 'alice' }, /^arm: reason/],
    ['disarm', { reason: 'nobody says so' }, /^disarm: operator/],
    ['disarm', undefined, /^disarm: /],
  ] as const)('%s: %j is refused by name', (signal, message, because) => {
    const read = readMessage(signal, message);
    expect(read.ok ? '' : read.because).toMatch(because);
  });
});
