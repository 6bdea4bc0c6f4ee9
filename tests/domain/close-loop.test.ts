import { runClose } from '../../src/domain/close-loop';
import { newProgress } from '../../src/domain/close-progress';
import type { CloseResult } from '../../src/domain/close-result';
import type { ExitDecision } from '../../src/domain/exit-decision';
import type { Trouble } from '../../src/domain/failure-types';
import { absentAfterMs, deadAfterMs } from '../../src/domain/fence';
import { TIMES } from '../../src/domain/times';
import {
  aDecision,
  aManualDecision,
  aPosition,
  aRestingOrder,
  aStop,
  RULES,
  START_MS,
  TARGET,
} from '../support/close-fixtures';
import { ScriptedVenue } from '../support/scripted-venue';
import type { Script } from '../support/scripted-venue';

const world = (script: Script = {}) => new ScriptedVenue(script);
const close = (venue: ScriptedVenue): Promise<CloseResult> => runClose(TARGET, venue);
const half = (changes: Partial<ExitDecision> = {}) => aDecision({ quantity: { fraction: '0.5' }, ...changes });

const wrongKeys: Trouble = { type: 'CredentialsRefused', detail: '-2015 Invalid API-key', needsPerson: true };
const silence: Trouble = { type: 'VenueUnreachable', detail: 'no answer', needsPerson: false };

describe('a close with nothing in its way', () => {
  test('reads, sends one order for all of it, and finishes on a position that was read as flat', async () => {
    const venue = world();
    const result = await close(venue);
    expect(result).toMatchObject({
      outcome: 'closed',
      startQuantity: '1',
      executedQuantity: '1',
      remainingQuantity: '0',
    });
    expect(result.readAt).toBe('2026-01-22T10:15:00.000Z');
    expect(result.orders).toEqual([
      expect.objectContaining({ round: 1, submission: 'accepted', fate: 'terminal', status: 'FILLED' }),
    ]);
    expect(venue.log.map(({ call }) => call)).toEqual(['checkpoint', 'validate', 'bypass', 'executed', 'send', 'look']);
    expect(venue.states.join(' ')).toBe('bypassing placing awaiting sweeping finished');
  });

  test('names its order before it is sent, by run and round', async () => {
    const venue = world();
    await close(venue);
    expect(venue.sent()[0]?.clientOrderId).toBe(venue.nameOrder(1));
  });

  test('says who asked, in the order in which they asked', async () => {
    const venue = world({ asked: [aDecision(), aManualDecision({ note: 'now, please' })] });
    const { asked } = await close(venue);
    expect(asked.map(({ source }) => source)).toEqual(['exit-monitor', 'operator:alice']);
    expect(asked[0]).not.toHaveProperty('note');
    expect(asked[1]).toMatchObject({ note: 'now, please', reason: 'MANUAL', traceId: 'trace-1' });
  });

  test('a position larger than one market order is closed in several, one after the other', async () => {
    const venue = world({ position: aPosition({ quantity: '5' }), rules: { ...RULES, marketMaxQuantity: '2' } });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '5' });
    expect(venue.sent().map(({ quantity }) => quantity)).toEqual(['2', '2', '1']);
  });

  test('a partial close takes its part and leaves the rest and its stop standing', async () => {
    const venue = world({ asked: [half()], resting: [aStop({ quantity: '0.5' })] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '0.5', remainingQuantity: '0.5' });
    expect(venue.resting).toHaveLength(1);
  });

  test('a long close can go on from what it remembers, in a fresh history', async () => {
    const first = world({ sending: [{ fills: '0.4', ends: 'EXPIRED' }] });
    const progress = newProgress();
    first.during('checkpoint', 2, () => {
      throw new Error('history is full');
    });
    await expect(runClose(TARGET, first, progress)).rejects.toThrow('history is full');

    const second = world({ position: first.position });
    const result = await runClose(TARGET, second, structuredClone(progress));
    expect(result).toMatchObject({ outcome: 'closed', startQuantity: '1', executedQuantity: '1' });
    expect(result.orders.map(({ round }) => round)).toEqual([1, 2]);
  });
});

describe('a reply that is lost', () => {
  test('after execution: ends flat with one execution, and nothing was sent again', async () => {
    const venue = world({ sending: ['lostAfter'] });
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(result.orders[0]).toMatchObject({
      submission: 'unknown',
      said: 'noReply: socket hang up',
      status: 'FILLED',
    });
    expect(venue.sent()).toHaveLength(1);
  });

  test('before the venue: absent behind the fence sends the next order under another name and sets a ghost watch', async () => {
    const venue = world({ sending: ['lostBefore'] });
    const result = await close(venue);
    const [lost, next] = venue.sent();
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(result.orders.map(({ fate }) => fate)).toEqual(['absent', 'terminal']);
    expect(next?.clientOrderId).not.toBe(lost?.clientOrderId);
    expect(venue.of('ghost').map(({ clientOrderId }) => clientOrderId)).toEqual([lost?.clientOrderId]);
    expect(venue.of('send')[1]?.atMs).toBeGreaterThan(absentAfterMs(lost!));
  });

  test.each([
    ['a whole close', aDecision(), '1'],
    ['a partial close', half(), '0.5'],
  ])(
    'on an order that executes at the last moment the venue takes it: %s executes once',
    async (_, asked, quantity) => {
      const venue = world({ asked: [asked], sending: ['executesLate'] });
      expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: quantity });
      expect(venue.executed()).toBe(quantity);
      expect(venue.sent()).toHaveLength(1);
    },
  );

  test('a partial close waits out the visibility margin before it sends again, a whole one need not', async () => {
    const [whole, partial] = [world({ sending: ['lostBefore'] }), world({ asked: [half()], sending: ['lostBefore'] })];
    await Promise.all([close(whole), close(partial)]);
    const waited = (venue: ScriptedVenue) => venue.of('send')[1]!.atMs - deadAfterMs(venue.sent()[0]!);
    expect(waited(whole)).toBeLessThan(TIMES.visibilityMargin);
    expect(waited(partial)).toBeGreaterThan(TIMES.visibilityMargin);
  });
});

describe('what the venue says of the order is not what it says of the position', () => {
  test('an order marked FILLED with the position still open goes another round', async () => {
    const venue = world({ sending: [{ fills: '0.4', ends: 'FILLED' }] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.sent().map(({ quantity }) => quantity)).toEqual(['1', '0.6']);
  });

  test('an order marked FILLED while the position is unchanged is not believed, and is not repeated without a pause', async () => {
    const venue = world({ sending: Array<'phantom'>(7).fill('phantom') });
    const result = await close(venue);
    expect(venue.open()).toBe('0');
    expect(result.outcome).toBe('closed');
    expect(venue.of('rest')).toHaveLength(7);
    expect(venue.of('alert')).toEqual([
      expect.objectContaining({
        alert: {
          misfortunes: 6,
          trouble: {
            type: 'VenueUnreachable',
            needsPerson: false,
            detail: 'the order ended FILLED with 1 executed, yet the position reads 1',
          },
        },
      }),
    ]);
  });

  test('an order that expires half-filled is followed by one for exactly what is left', async () => {
    const venue = world({
      sending: [
        { fills: '0.25', ends: 'EXPIRED' },
        { fills: '0.25', ends: 'EXPIRED' },
      ],
    });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.sent().map(({ quantity }) => quantity)).toEqual(['1', '0.75', '0.5']);
    expect(venue.of('rest')).toEqual([]);
  });

  test('an order that expires without a fill is followed by another, after a pause', async () => {
    const venue = world({ sending: [{ fills: '0', ends: 'EXPIRED' }] });
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.of('rest').map(({ ms }) => ms)).toEqual([TIMES.pauseFirst]);
  });

  test('a venue that says an order executed more than it was for is an error of ours or theirs, never counted', async () => {
    const venue = world({ looking: ['truth'] });
    venue.during('look', 1, () => {
      const record = venue.records.get(venue.nameOrder(1))!;
      record.executedQuantity = '1.5';
    });
    venue.alertOperator = ({ trouble }) => {
      venue.release('alice', trouble.detail);
      return Promise.resolve();
    };
    const result = await close(venue);
    expect(result).toMatchObject({
      outcome: 'handedOver',
      because: expect.stringContaining('executed 1.5 of 1') as string,
    });
    expect(result.executedQuantity).toBe('0');
  });
});

describe('-2022, the reduce-only order is rejected', () => {
  test('with the position flat, it is success: whoever closed it', async () => {
    const venue = world();
    venue.during('send', 1, () => venue.takenByOthers('1'));
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'closedElsewhere', executedQuantity: '0', remainingQuantity: '0' });
    expect(result.orders[0]?.said).toContain('-2022');
    expect(venue.sent()).toHaveLength(1);
  });

  test('with a resting take-profit: cancels it and goes on, and leaves the stop alone until flat', async () => {
    const venue = world({ resting: [aRestingOrder(), aStop()] });
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'closed', cancelled: ['take-profit', 'stop-loss'] });
    expect(venue.of('cancel').map(({ orders }) => orders)).toEqual([['take-profit'], ['stop-loss']]);
    const secondSend = venue.log.findLastIndex(({ call }) => call === 'send');
    expect(venue.log.slice(0, secondSend).filter(({ call }) => call === 'cancel')).toHaveLength(1);
  });

  test('a take-profit is left alone until the venue says that it is in the way', async () => {
    const venue = world({ asked: [half()], resting: [aRestingOrder({ quantity: '0.5' })] });
    await close(venue);
    expect(venue.of('cancel')).toEqual([]);
  });

  test('is not forgotten when somebody joins in the pause after it', async () => {
    const venue = world({ resting: [aRestingOrder()] });
    venue.during('rest', 1, () => venue.ask(aDecision({ decisionId: 'decision-2' })));
    await close(venue);
    expect(venue.of('send').map(({ submission }) => submission)).toEqual(['rejected', 'accepted']);
  });

  test('with nothing that claims the quantity: slows down, calls a person, and keeps trying', async () => {
    const refusals = Array.from({ length: 8 }, () => ({ rejects: '-2022', next: 'clearClaims' as const }));
    const venue = world({ sending: refusals });
    expect(await close(venue)).toMatchObject({ outcome: 'closed' });
    expect(venue.of('alert')).toHaveLength(1);
    expect(venue.of('cancel')).toEqual([]);
  });

  test('goes stale: after an order that was filled, a later take-profit is left alone', async () => {
    const venue = world({
      asked: [half()],
      sending: [
        { rejects: '-2022', next: 'clearClaims' },
        { fills: '0.1', ends: 'EXPIRED' },
      ],
    });
    venue.during('look', 1, () => void venue.resting.push(aRestingOrder({ quantity: '0.1' })));
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '0.5' });
    expect(venue.of('cancel')).toEqual([]);
  });
});

describe('an order whose fate stays open', () => {
  test('holds, alerts once, looks again at the same order and never sends another', async () => {
    const venue = world({ sending: ['lostAfter'], looking: Array<'unresolved'>(9).fill('unresolved') });
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.sent()).toHaveLength(1);
    expect(new Set(venue.of('look').map(({ clientOrderId }) => clientOrderId)).size).toBe(1);
    expect(venue.of('look')).toHaveLength(10);
    expect(venue.of('alert')).toHaveLength(1);
    expect(venue.of('alert')[0]?.alert.trouble.type).toBe('OrderUnresolved');
    expect(venue.states.filter((state) => state === 'heldWithOrder')).toHaveLength(9);
  });

  test('rests longer and longer, on the slow clock', async () => {
    const venue = world({ sending: ['lostAfter'], looking: Array<'unresolved'>(14).fill('unresolved') });
    await close(venue);
    const rests = venue.of('rest').map(({ ms }) => ms);
    expect(rests[0]).toBe(TIMES.heldFirst);
    expect(rests.at(-1)).toBe(TIMES.heldMax);
    expect(rests).toEqual([...rests].sort((a, b) => a - b));
  });

  test('release during the hold hands over and names the open order', async () => {
    const venue = world({ sending: ['lostAfter'], looking: Array<'unresolved'>(9).fill('unresolved') });
    venue.during('rest', 2, () => venue.release('operator:bob', 'I have it'));
    const result = await close(venue);
    expect(result.outcome).toBe('handedOver');
    expect(result.because).toBe(
      `operator:bob took it over: I have it; the fate of ${venue.nameOrder(1)} is open: look it up before sending anything`,
    );
    expect(result.orders[0]).not.toHaveProperty('fate');
    expect(venue.sent()).toHaveLength(1);
  });

  test('a joiner makes it look again at once, but not send', async () => {
    const venue = world({ sending: ['lostAfter'], looking: ['unresolved', 'unresolved'] });
    venue.during('rest', 1, () => venue.ask(aManualDecision()));
    await close(venue);
    expect(venue.of('rest').map(({ woken }) => woken)).toEqual([true, false]);
    expect(venue.sent()).toHaveLength(1);
  });
});

describe('an operator’s release', () => {
  test('before anything was sent, hands over without a warning', async () => {
    const venue = world({ reading: [{ unreadable: silence }] });
    venue.during('rest', 1, () => venue.release());
    expect(await close(venue)).toMatchObject({
      outcome: 'handedOver',
      because: 'operator:alice took it over: by hand',
      orders: [],
    });
  });

  test('while the position is being read, hands over before an order goes out', async () => {
    const venue = world();
    venue.during('validate', 1, () => venue.release());
    expect(await close(venue)).toMatchObject({ outcome: 'handedOver', orders: [], remainingQuantity: '1' });
    expect(venue.sent()).toEqual([]);
  });

  test('after an order that is settled, says nothing of it being open', async () => {
    const venue = world({ sending: [{ fills: '0.4', ends: 'EXPIRED' }] });
    venue.during('look', 1, () => venue.release());
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'handedOver', executedQuantity: '0.4', remainingQuantity: '0.6' });
    expect(result.because).not.toContain('is open');
  });
});

describe('misfortunes', () => {
  test('a too-late order is read anew at once with a longer budget', async () => {
    const venue = world({ sending: ['tooLate', 'tooLate'] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.of('rest')).toEqual([]);
    const budgets = venue
      .of('bypass')
      .map(({ request, atMs }, round) => venue.sent()[round]!.signBeforeMs - Math.max(atMs, request.verdict.readAtMs));
    expect(budgets).toEqual([2_000, 4_000, 8_000]);
  });

  test('a worker that is always too late slows down and calls a person, instead of reading for ever without a pause', async () => {
    const venue = world({ sending: Array<'tooLate'>(12).fill('tooLate') });
    expect(await close(venue)).toMatchObject({ outcome: 'closed' });
    expect(venue.of('rest').length).toBeGreaterThanOrEqual(9);
    expect(venue.of('alert')).toHaveLength(1);
    expect(venue.sent().at(-1)!.signBeforeMs - venue.of('validate').at(-1)!.atMs).toBe(TIMES.sendBudgetMax);
  });

  test('a place in the venue’s windows is waited for as long as told, however often, and calls nobody', async () => {
    const inTurn: Trouble = { type: 'VenueThrottled', detail: '', needsPerson: false, retryAfterMs: 700, inTurn: true };
    const venue = world({ reading: Array.from({ length: 12 }, () => ({ unreadable: inTurn })) });
    const result = await close(venue);
    expect(result.outcome).toBe('closed');
    expect(venue.nowMs - START_MS).toBe(12 * 700);
    expect(venue.of('alert')).toEqual([]);
  });

  test('places that never come to anything call a person all the same', async () => {
    const inTurn: Trouble = { type: 'VenueThrottled', detail: '', needsPerson: false, retryAfterMs: 700, inTurn: true };
    const venue = world({ reading: Array.from({ length: 26 }, () => ({ unreadable: inTurn })) });
    expect((await close(venue)).outcome).toBe('closed');
    expect(venue.of('alert')).toHaveLength(1);
  });

  test('wrong keys hold and alert, and the close goes on once the keys work', async () => {
    const venue = world({ reading: [{ unreadable: wrongKeys }, { unreadable: wrongKeys }] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed' });
    expect(venue.of('alert').map(({ alert }) => alert)).toEqual([{ trouble: wrongKeys, misfortunes: 1 }]);
    expect(venue.of('rest').map(({ ms }) => ms)).toEqual([TIMES.heldFirst, TIMES.heldFirst]);
    expect(venue.states).toContain('held');
  });

  test('wrong keys found out by the order hold it too', async () => {
    const venue = world({ sending: [{ notSent: wrongKeys }, { rejects: '-4131', next: 'hold' }] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed' });
    expect(venue.of('alert')).toHaveLength(1);
    expect(venue.of('rest').map(({ ms }) => ms)).toEqual([TIMES.heldFirst, TIMES.heldFirst]);
  });

  test('six in a row call a person but do not end the close', async () => {
    const venue = world({ reading: Array.from({ length: 6 }, () => ({ unreadable: silence })) });
    expect(await close(venue)).toMatchObject({ outcome: 'closed' });
    expect(venue.of('alert').map(({ alert }) => alert.misfortunes)).toEqual([6]);
    expect(venue.of('rest').map(({ ms }) => ms)).toEqual([250, 500, 1_000, 2_000, 4_000, TIMES.heldFirst]);
  });

  test('five in a row call nobody', async () => {
    const venue = world({ reading: Array.from({ length: 5 }, () => ({ unreadable: silence })) });
    await close(venue);
    expect(venue.of('alert')).toEqual([]);
  });

  test('a fill makes patience whole again', async () => {
    const refused = { rejects: '-1001', next: 'reread' as const };
    const some = { fills: '0.1', ends: 'EXPIRED' };
    const venue = world({ sending: [refused, refused, refused, some, refused, refused, refused] });
    await close(venue);
    expect(venue.of('rest').map(({ ms }) => ms)).toEqual([250, 500, 1_000, 250, 500, 1_000]);
  });

  test('whoever wakes a close has it tried anew at once, with patience whole again', async () => {
    const venue = world({ reading: Array.from({ length: 5 }, () => ({ unreadable: silence })) });
    venue.during('rest', 3, () => venue.wake());
    await close(venue);
    expect(venue.of('rest').map(({ ms, woken }) => (woken ? 'woken' : ms))).toEqual([250, 500, 'woken', 250, 500]);
  });

  test('the venue’s own word on when to come back is honoured', async () => {
    const throttled: Trouble = { type: 'VenueThrottled', detail: '-1003', needsPerson: false, retryAfterMs: 42_000 };
    const venue = world({ sending: [{ notSent: throttled }] });
    await close(venue);
    expect(venue.of('rest').map(({ ms }) => ms)).toEqual([42_000]);
  });

  test('a market that halts is held, and closed when it trades again', async () => {
    const venue = world({ rules: { ...RULES, trading: false } });
    venue.during('rest', 3, () => (venue.rules = RULES));
    expect(await close(venue)).toMatchObject({ outcome: 'closed' });
    expect(venue.of('alert')[0]?.alert.trouble.type).toBe('VenueHalted');
  });

  test('a market that loses its rules after the close began is held, not refused, and not taken for flat', async () => {
    const venue = world({ sending: [{ fills: '0.4', ends: 'EXPIRED' }] });
    venue.during('look', 1, () => (venue.rules = null));
    venue.during('rest', 2, () => (venue.rules = RULES));
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
  });
});

describe('others ask too', () => {
  test('a joiner who wants all turns a partial close into a whole one', async () => {
    const venue = world({ asked: [half()], sending: [{ fills: '0.1', ends: 'EXPIRED' }] });
    venue.during('look', 1, () => venue.ask(aDecision({ decisionId: 'decision-2' })));
    expect(await close(venue)).toMatchObject({
      outcome: 'closed',
      startQuantity: '1',
      executedQuantity: '1',
      remainingQuantity: '0',
    });
  });

  test('one who asks while the last reading of a partial close is under way is heard before it ends', async () => {
    const venue = world({ asked: [half()] });
    venue.during('validate', 2, () => venue.ask(aDecision({ decisionId: 'decision-2' })));
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1', remainingQuantity: '0' });
  });

  test('one who asks while a refusal is being found is judged on their own', async () => {
    const venue = world({ asked: [aDecision({ source: 'nobody' })] });
    venue.during('validate', 1, () => venue.ask(aManualDecision()));
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
  });

  test('two who want a half each want half together', async () => {
    const venue = world({ asked: [half(), half({ decisionId: 'decision-2' })] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '0.5', remainingQuantity: '0.5' });
  });

  test('a person who joins a half with a tenth does not make it more than a half', async () => {
    const venue = world({ asked: [half()], sending: [{ fills: '0.3', ends: 'EXPIRED' }] });
    venue.during('look', 1, () => venue.ask(aManualDecision({ quantity: { amount: '0.1' } })));
    expect(await close(venue)).toMatchObject({
      outcome: 'closed',
      startQuantity: '1',
      executedQuantity: '0.5',
      remainingQuantity: '0.5',
    });
  });

  test('a person who joins late, with a decision that has expired meanwhile, does not end a close that has begun', async () => {
    const venue = world({ sending: [{ fills: '0.4', ends: 'EXPIRED' }] });
    venue.during('look', 1, () => venue.ask(aManualDecision({ expiresAt: '2026-01-22T10:15:00Z' })));
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
  });

  test('a joiner who saw another position does not widen this close', async () => {
    const venue = world({ asked: [half()], sending: [{ fills: '0.1', ends: 'EXPIRED' }] });
    venue.during('look', 1, () =>
      venue.ask(aDecision({ decisionId: 'decision-2', observed: { entryPrice: '61000' } })),
    );
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '0.5', remainingQuantity: '0.5' });
  });
});

describe('another position stands where this one stood', () => {
  const another = aPosition({ entryPrice: '61000', quantity: '2' });

  test('another entry price ends replaced and sends nothing', async () => {
    const venue = world({ position: another });
    const result = await close(venue);
    expect(result).toMatchObject({
      outcome: 'replaced',
      startQuantity: null,
      executedQuantity: '0',
      remainingQuantity: '2',
    });
    expect(result.because).toContain('entered at 61000, not at 60000');
    expect(venue.sent()).toEqual([]);
  });

  test('replaced between rounds, it is left alone', async () => {
    const venue = world({ sending: [{ fills: '0.4', ends: 'EXPIRED' }], resting: [aStop()] });
    venue.during('validate', 2, () => (venue.position = another));
    expect(await close(venue)).toMatchObject({ outcome: 'replaced', executedQuantity: '0.4', remainingQuantity: '2' });
    expect(venue.position).toEqual(another);
    expect(venue.resting).toHaveLength(1);
  });

  test('a person’s own decision takes whatever stands there', async () => {
    const venue = world({ position: another, asked: [aManualDecision()] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '2' });
  });

  test.each([
    ['a manual close', aManualDecision({ quantity: { fraction: '0.5' } })],
    ['a decision that saw the new one', half({ decisionId: 'decision-2', observed: { entryPrice: '61000' } })],
  ])('%s after the position was replaced takes the new one, and only as much as it asks', async (_, joiner) => {
    const venue = world({ asked: [aManualDecision()], sending: [{ fills: '0.4', ends: 'EXPIRED' }] });
    venue.during('look', 1, () => {
      venue.position = another;
      venue.ask(joiner);
    });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', startQuantity: '2', remainingQuantity: '1' });
  });

  test('a person who asked while the first one stood does not take the second', async () => {
    const venue = world({
      sending: [
        { fills: '0.1', ends: 'EXPIRED' },
        { fills: '0.1', ends: 'EXPIRED' },
      ],
    });
    venue.during('look', 1, () => venue.ask(aManualDecision()));
    venue.during('validate', 3, () => (venue.position = another));
    expect(await close(venue)).toMatchObject({ outcome: 'replaced', remainingQuantity: '2' });
  });
});

describe('refusals', () => {
  test('expired before the first reading is refused, and nothing is sent', async () => {
    const venue = world({
      asked: [aDecision({ expiresAt: '2026-01-22T10:15:00Z', decidedAt: '2026-01-22T10:14:00Z' })],
    });
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'refused', remainingQuantity: null, readAt: null });
    expect(result.because).toContain('expired at 2026-01-22T10:15:00Z');
    expect(venue.sent()).toEqual([]);
  });

  test('expired while the venue could not be read is refused too', async () => {
    const venue = world({
      asked: [aDecision({ expiresAt: '2026-01-22T10:15:02Z' })],
      reading: Array.from({ length: 5 }, () => ({ unreadable: silence })),
    });
    expect(await close(venue)).toMatchObject({ outcome: 'refused' });
  });

  test('expiry after the first reading does not stop it', async () => {
    const venue = world({
      asked: [aDecision({ expiresAt: '2026-01-22T10:15:01Z' })],
      sending: ['lostBefore', { fills: '0.4', ends: 'EXPIRED' }],
    });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.nowMs).toBeGreaterThan(START_MS + 1_000);
  });

  test('a source that may not ask is refused by name', async () => {
    const venue = world({ asked: [aDecision({ source: 'strategy:rogue' })] });
    const result = await close(venue);
    expect(result.outcome).toBe('refused');
    expect(result.because).toContain('strategy:rogue');
    expect(venue.sent()).toEqual([]);
  });

  test('a symbol the venue does not know is refused by name', async () => {
    const venue = world({ position: null, rules: null });
    expect((await close(venue)).because).toBe('unknownSymbol: the venue knows no BTC/USDT:USDT');
  });
});

describe('how it ends, and what is left', () => {
  test('dust is named as residual', async () => {
    const venue = world({ position: aPosition({ quantity: '1.0004' }) });
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'residual', executedQuantity: '1', remainingQuantity: '0.0004' });
    expect(result.because).toContain('0.0004 is left');
  });

  test('flat before anything was sent is alreadyFlat, and clears away what rests for nothing', async () => {
    const venue = world({ position: null, resting: [aStop()] });
    expect(await close(venue)).toMatchObject({
      outcome: 'alreadyFlat',
      executedQuantity: '0',
      cancelled: ['stop-loss'],
      orders: [],
    });
  });

  test('closed by someone else is closedElsewhere, with our part named', async () => {
    const venue = world({ sending: [{ fills: '0.4', ends: 'EXPIRED' }] });
    venue.during('validate', 2, () => venue.takenByOthers('0.6'));
    const result = await close(venue);
    expect(result).toMatchObject({ outcome: 'closedElsewhere', executedQuantity: '0.4', remainingQuantity: '0' });
    expect(result.because).toContain('account for 0.4 of it');
  });

  test('taken by a liquidation while our order is lost is closedElsewhere', async () => {
    const venue = world({ sending: ['lostBefore'] });
    venue.during('look', 1, () => venue.takenByOthers('1'));
    expect(await close(venue)).toMatchObject({ outcome: 'closedElsewhere', executedQuantity: '0' });
    expect(venue.of('ghost')).toHaveLength(1);
  });

  test('after flat only orders that reduce this position are cancelled', async () => {
    const venue = world({
      position: aPosition({ mode: 'hedge' }),
      resting: [
        aStop({ leg: 'long', reduceOnly: false }),
        aStop({ clientOrderId: 'stop-of-the-short', leg: 'short', side: 'buy', reduceOnly: false }),
        aRestingOrder({ clientOrderId: 'entry', leg: 'long', side: 'buy', reduceOnly: false }),
      ],
    });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', cancelled: ['stop-loss'], leftResting: [] });
    expect(venue.resting.map(({ clientOrderId }) => clientOrderId)).toEqual(['stop-of-the-short', 'entry']);
  });

  test('in one-way mode an entry that rests on the closing side is not cancelled', async () => {
    const venue = world({ resting: [aStop(), aRestingOrder({ clientOrderId: 'entry', reduceOnly: false })] });
    expect(await close(venue)).toMatchObject({ cancelled: ['stop-loss'] });
  });

  test('what could not be cancelled is named', async () => {
    const venue = world({ resting: [aStop()] });
    venue.cancelRestingOrders = () => Promise.resolve({ cancelled: [], left: ['stop-loss'] });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', cancelled: [], leftResting: ['stop-loss'] });
  });

  test('in hedge mode the order names its leg and carries no flag', async () => {
    const venue = world({ position: aPosition({ mode: 'hedge' }) });
    await close(venue);
    expect(venue.sent()[0]).toMatchObject({ side: 'sell', reducingBy: { leg: 'long' } });
  });
});

describe('price protection', () => {
  const protectedMarket = (): ScriptedVenue =>
    world({ position: aPosition({ markPrice: '60000' }), sending: [{ rejects: '-4131', next: 'limit' }] });

  test('a market order refused for its price is followed by a limit order at the edge of the band, at once or never', async () => {
    const venue = protectedMarket();
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.sent().map(({ pricing }) => pricing)).toEqual([
      { type: 'market' },
      { type: 'limit', price: '57300', timeInForce: 'IOC' },
    ]);
  });

  test('what the limit order leaves goes to market again', async () => {
    const venue = world({
      position: aPosition({ markPrice: '60000' }),
      sending: [
        { rejects: '-4131', next: 'limit' },
        { fills: '0.3', ends: 'EXPIRED' },
      ],
    });
    expect(await close(venue)).toMatchObject({ outcome: 'closed', executedQuantity: '1' });
    expect(venue.sent().map(({ pricing, quantity }) => `${pricing.type} ${quantity}`)).toEqual([
      'market 1',
      'limit 1',
      'market 0.7',
    ]);
  });
});

describe('naked time', () => {
  test('a stop that rests until the position is flat leaves none', async () => {
    expect(await close(world({ resting: [aStop()] }))).toMatchObject({ nakedMs: 0 });
  });

  test('a position without a stop has none to miss', async () => {
    expect(await close(world())).toMatchObject({ nakedMs: null });
  });

  test('a stop that somebody takes away while the close is held is missed from then on', async () => {
    const venue = world({ resting: [aStop()], sending: [{ notSent: wrongKeys }] });
    venue.during('rest', 1, () => (venue.resting = []));
    const { nakedMs } = await close(venue);
    expect(nakedMs).toBe(TIMES.heldFirst);
  });
});
