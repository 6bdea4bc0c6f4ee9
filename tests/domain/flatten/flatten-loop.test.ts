import type { CloseOutcome } from '../../../src/domain/close-result';
import { runFlatten } from '../../../src/domain/flatten/flatten-loop';
import { newFlattenProgress } from '../../../src/domain/flatten/flatten-progress';
import type { FlattenRequest } from '../../../src/domain/flatten/flatten-request';
import { TIMES } from '../../../src/domain/times';
import { aPosition, aRestingOrder, aStop, START_MS } from '../../support/close-fixtures';
import { EVERYTHING } from '../../support/flatten-rehearsal';
import { FlattenWorld } from '../../support/flatten-world';

const BTC = 'BTC/USDT:USDT';
const ETH = 'ETH/USDT:USDT';
const [btc, eth] = [aPosition(), aPosition({ symbol: ETH, side: 'short', quantity: '3', entryPrice: '3000' })];

const asks = (changes: Partial<FlattenRequest> = {}): FlattenRequest => ({
  ...{ requestId: 'alice-1', account: 'main', scope: EVERYTHING, reason: 'FLATTEN', operator: 'alice' },
  ...{ note: 'all must go', source: 'operator:alice', traceId: 'trace', ...changes },
});

/** `onPass` is called before each pass. */
function world(setting: Partial<FlattenWorld>, onPass?: ConstructorParameters<typeof FlattenWorld>[0]): FlattenWorld {
  return Object.assign(new FlattenWorld(onPass), { asked: [asks()], ...setting });
}

const held = (because: string) => ({ kind: 'held' as const, because });
const finished = (outcome: CloseOutcome) => ({ kind: 'finished' as const, outcome, because: `it ended ${outcome}` });
const decisionIds = (on: FlattenWorld) => on.asks.map(({ decisionId }) => decisionId);

describe('an account without anything', () => {
  it('is flat only after two reads', async () => {
    const on = world({});
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat', flatAfterMs: 0, lines: [] });
    expect(on.rests).toEqual([TIMES.flattenConfirm]);
  });

  it('is not flat when something appears between the two', async () => {
    const on = world({}, (it, pass) => void (pass === 2 && (it.positions = [btc])));
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat' });
    expect(decisionIds(on)).toEqual(['flatten:run:BTCUSDT:long:1']);
    expect(on.passes).toBeGreaterThanOrEqual(4);
  });
});

describe('positions', () => {
  it('are asked for riskiest first, in the name of whoever asked', async () => {
    const near = aPosition({ symbol: ETH, markPrice: '100', liquidationPrice: '99', entryPrice: '100' });
    const far = { ...btc, markPrice: '60000', liquidationPrice: '30000' };
    const losing = aPosition({ symbol: 'SOL/USDT:USDT', entryPrice: '200', markPrice: '150', quantity: '10' });
    const winning = aPosition({ symbol: 'XRP/USDT:USDT', entryPrice: '0.5', markPrice: '0.6', quantity: '90000' });
    const on = world({ positions: [winning, losing, far, near] });
    await runFlatten('main', on.effects());
    expect(decisionIds(on)).toEqual(
      ['ETHUSDT', 'BTCUSDT', 'SOLUSDT', 'XRPUSDT'].map((id) => `flatten:run:${id}:long:1`),
    );
    expect(new Set(on.asks.map(({ requestId }) => requestId))).toEqual(new Set(['alice-1']));
  });

  it('beyond as many as may be under way at once are asked for as those become flat, riskiest first', async () => {
    const positions = [1, 2, 3, 4, 5].map((rank) =>
      aPosition({
        symbol: `S${rank}/USDT:USDT`,
        entryPrice: '100',
        markPrice: '100',
        liquidationPrice: String(100 - rank),
      }),
    );
    const fates = new Map(positions.map(({ symbol }) => [`${symbol} long`, { kind: 'closing' as const }]));
    const asked: number[] = [];
    const on = world({ positions, fates, closesAtOnce: 2 }, (it, pass) => {
      asked.push(it.asks.length);
      if (pass === 3) it.positions = positions.slice(1);
      if (pass === 5) it.positions = [];
    });
    await runFlatten('main', on.effects());
    expect(asked.slice(0, 5)).toEqual([0, 2, 2, 3, 3]);
    expect(decisionIds(on)).toEqual([1, 2, 3].map((rank) => `flatten:run:S${rank}USDT:long:1`));
    expect(on.rests.slice(0, 3)).toEqual([1, 2, 3].map(() => TIMES.flattenLookFirst));
  });

  it('whose closes are stuck hold up no other for longer than some seconds', async () => {
    const fates = new Map([[`${BTC} long`, { kind: 'closing' as const }]]);
    const near = { ...btc, markPrice: '60000', liquidationPrice: '59000' };
    let askedAfterMs = -1;
    const on = world({ positions: [near, eth], fates, closesAtOnce: 1 }, (it) => {
      if (it.asks.length < 2) askedAfterMs = it.nowMs - START_MS;
      else it.positions = [];
    });
    await runFlatten('main', on.effects());
    expect(on.asks.map(({ symbol }) => symbol)).toEqual([BTC, ETH]);
    expect(askedAfterMs).toBe(TIMES.flattenMakesWay);
  });

  it.each([
    [100, TIMES.flattenLookFirst],
    [101, TIMES.flattenMakesWay],
  ])('of which %i are closed at once are looked after from %i ms on', async (many, fromMs) => {
    const positions = Array.from({ length: many }, (_, n) => ({ ...btc, symbol: `S${n}/USDT:USDT` }));
    const fates = new Map(positions.map(({ symbol }) => [`${symbol} long`, { kind: 'closing' as const }]));
    const on = world({ positions, fates }, (it) => {
      if (it.looks.length > 0) it.positions = [];
    });
    await runFlatten('main', on.effects());
    expect(on.looks[0]?.closes).toBe(many);
    expect(on.looks[0]?.atMs).toBeGreaterThanOrEqual(fromMs);
    expect(on.looks[0]?.atMs).toBeLessThan(fromMs + TIMES.flattenLookMax);
  });

  it('that appear meanwhile are closed too, and one that comes back is a decision of its own', async () => {
    const on = world({ positions: [btc] }, (it, pass) => {
      if (pass === 2) it.positions = [btc, eth];
    });
    const result = await runFlatten('main', on.effects());
    expect(decisionIds(on)).toEqual([
      'flatten:run:BTCUSDT:long:1',
      'flatten:run:BTCUSDT:long:2',
      'flatten:run:ETHUSDT:short:1',
    ]);
    expect(result.lines.map(({ state, quantity }) => [state, quantity])).toEqual([
      ['flat', '0'],
      ['flat', '0'],
    ]);
  });

  it('outside the scope are left alone', async () => {
    const on = world({ positions: [btc, eth], asked: [asks({ scope: { symbols: [ETH], side: null } })] });
    expect((await runFlatten('main', on.effects())).lines).toMatchObject([{ symbol: ETH, state: 'flat' }]);
    expect(on.positions).toEqual([btc]);
  });

  it('that a close works on are not asked for twice', async () => {
    const on = world({ positions: [btc], fates: new Map([[`${BTC} long`, { kind: 'closing' }]]) }, (it, pass) => {
      if (pass === 6) it.positions = [];
    });
    await runFlatten('main', on.effects());
    expect(decisionIds(on)).toEqual(['flatten:run:BTCUSDT:long:1']);
  });

  it('whose close cannot be asked for are asked for by the same name again', async () => {
    const on = world({ positions: [btc], deaf: new Map([[`${BTC} long`, 2]]) });
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat' });
    expect(decisionIds(on)).toEqual(['flatten:run:BTCUSDT:long:1']);
    expect(on.alerts[0]?.held).toEqual(['BTCUSDT long 1: Temporal is busy']);
  });
});

describe('a close that ends while its position stays open', () => {
  test.each<[CloseOutcome, number]>([
    ['closed', 5],
    ['alreadyFlat', 5],
    ['closedElsewhere', 5],
    ['replaced', 5],
    ['refused', 4],
    ['residual', 1],
    ['handedOver', 1],
  ])('%s: has been asked for %d times before the tenth pass, each time by another name', async (outcome, times) => {
    const seen: number[] = [];
    const on = world({ positions: [btc], fates: new Map([[`${BTC} long`, finished(outcome)]]) }, (it, pass) => {
      if (pass === 10) seen.push(it.asks.length);
      if (pass === 10) it.positions = [];
    });
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat' });
    expect(seen).toEqual([times]);
    expect(new Set(decisionIds(on)).size).toBe(on.asks.length);
  });

  it('an operator’s release stands until somebody asks anew', async () => {
    const on = world({ positions: [btc], fates: new Map([[`${BTC} long`, finished('handedOver')]]) }, (it, pass) => {
      if (pass !== 8) return;
      it.fates.clear();
      it.asked = [asks(), asks({ requestId: 'bob-1', operator: 'bob' })];
    });
    const result = await runFlatten('main', on.effects());
    expect(result.outcome).toBe('flat');
    expect(result.asked.map(({ requestId }) => requestId)).toEqual(['alice-1', 'bob-1']);
    expect(decisionIds(on)).toEqual(['flatten:run:BTCUSDT:long:1', 'flatten:run:BTCUSDT:long:2']);
  });

  it('an operator’s release that a failed reading hid is overruled by a new word all the same', async () => {
    const on = world({ positions: [btc], fates: new Map([[`${BTC} long`, finished('handedOver')]]) }, (it, pass) => {
      if (pass === 2) it.unreadable = [{ type: 'VenueUnreachable', detail: 'no answer', needsPerson: false }];
      if (pass !== 3) return;
      it.fates.clear();
      it.asked = [asks(), asks({ requestId: 'bob-1', operator: 'bob' })];
    });
    expect((await runFlatten('main', on.effects())).outcome).toBe('flat');
    expect(decisionIds(on)).toEqual(['flatten:run:BTCUSDT:long:1', 'flatten:run:BTCUSDT:long:2']);
  });

  it('a residual that grows to a step is asked for again', async () => {
    const fates = new Map([[`${BTC} long`, finished('residual')]]);
    const on = world({ positions: [{ ...btc, quantity: '0.0004' }], fates }, (it, pass) => {
      if (pass !== 6) return;
      it.positions = [{ ...btc, quantity: '0.5' }];
      it.fates.clear();
    });
    await runFlatten('main', on.effects());
    expect(decisionIds(on)).toHaveLength(2);
  });
});

describe('what is held', () => {
  it('keeps the flatten running, is named to a person once, and looked at on a slow clock', async () => {
    const on = world({ positions: [btc], fates: new Map([[`${BTC} long`, held('trading is halted')]]) }, (it, pass) => {
      if (pass < 12) return;
      it.positions = [];
    });
    const result = await runFlatten('main', on.effects());
    expect(result.outcome).toBe('flat');
    expect(on.alerts).toEqual([{ held: ['BTCUSDT long 1: trading is halted'], trouble: null }]);
    expect(on.rests.slice(2, 8)).toEqual([10_000, 20_000, 30_000, 30_000, 30_000, 30_000]);
  });

  it('does not slow it while another position still moves', async () => {
    const fates: FlattenWorld['fates'] = new Map();
    fates.set(`${BTC} long`, held('trading is halted')).set(`${ETH} short`, { kind: 'closing' });
    const on = world({ positions: [btc, eth], fates }, (it, pass) => {
      if (pass === 6) expect(it.alerts).toEqual([]);
      if (pass === 6) expect(Math.max(...it.rests)).toBe(TIMES.flattenLookMax);
      if (pass === 6) it.positions = [];
    });
    await runFlatten('main', on.effects());
  });

  it('a market whose name no close can carry', async () => {
    const odd = aPosition({ symbol: '币安人生USDT' });
    const on = world({ positions: [odd] }, (it, pass) => void (pass === 5 && (it.positions = [])));
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat' });
    expect(on.asks).toEqual([]);
    expect(on.alerts[0]?.held[0]).toContain('close it by hand');
  });
});

it('one that is held is flattening again while it asks for what has appeared', async () => {
  const states: string[] = [];
  const on = world({ positions: [btc], fates: new Map([[`${BTC} long`, held('trading is halted')]]) }, (it, pass) => {
    if (pass === 5) it.positions = [btc, eth];
    if (pass === 9) it.positions = [];
  });
  const progress = newFlattenProgress(on.nowMs);
  const effects = on.effects();
  const watched: typeof effects = {
    ...effects,
    askCloses: (request, asks) => (states.push(progress.state), effects.askCloses(request, asks)),
  };
  await runFlatten('main', watched, progress);
  expect(states).toEqual(['flattening', 'flattening']);
});

describe('orders that could open a position', () => {
  const entry = aRestingOrder({ orderId: '1', side: 'buy', reduceOnly: false });
  const flipping = aStop({ orderId: '2', symbol: ETH, reduceOnly: false });
  const entryOfLeg = aRestingOrder({ orderId: '3', side: 'sell', leg: 'short', reduceOnly: false });
  const protective = [aStop({ orderId: '8' }), aRestingOrder({ orderId: '9', leg: 'long', reduceOnly: false })];

  it('are cancelled, also where there is no position; what only reduces is left to the closes', async () => {
    const on = world({ orders: [entry, flipping, entryOfLeg, ...protective] });
    const result = await runFlatten('main', on.effects());
    expect(on.cancelled).toEqual(['1', '2', '3']);
    expect(on.orders).toEqual(protective);
    expect(result).toMatchObject({ outcome: 'flat', cancelledCount: 3 });
  });

  it('of the side in scope only', async () => {
    const scope = { symbols: null, side: 'long' as const };
    const on = world({ orders: [entry, flipping, entryOfLeg], asked: [asks({ scope })] });
    await runFlatten('main', on.effects());
    expect(on.cancelled).toEqual(['1']);
  });

  it('that keep coming keep it running', async () => {
    const on = world({}, (it, pass) => void (pass <= 7 && (it.orders = [{ ...entry, orderId: String(pass) }])));
    await runFlatten('main', on.effects());
    expect(on.cancelled).toHaveLength(7);
  });

  it('and cannot be cancelled are named, and call a person', async () => {
    const on = world({ orders: [entry], uncancellable: new Set(['1']) }, (it, pass) => {
      if (pass === 12) it.uncancellable.clear();
    });
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat' });
    expect(on.alerts).toEqual([{ held: ['still resting: LIMIT 1 (take-profit)'], trouble: null }]);
  });
});

describe('a venue that cannot be read', () => {
  const away = { type: 'VenueUnreachable' as const, detail: 'no answer', needsPerson: false };

  it('is waited out: silence is not flat', async () => {
    const on = world({ unreadable: Array.from({ length: 3 }, () => away) });
    expect(await runFlatten('main', on.effects())).toMatchObject({ outcome: 'flat', flatAfterMs: 250 + 500 + 1_000 });
  });

  it('between the two reads makes the second the first', async () => {
    const on = world({}, (it, pass) => void (pass === 2 && it.unreadable.push(away)));
    await runFlatten('main', on.effects());
    expect(on.passes).toBe(4);
  });

  it('calls a person when it goes on', async () => {
    const on = world({ unreadable: Array.from({ length: 9 }, () => away) });
    await runFlatten('main', on.effects());
    expect(on.alerts).toEqual([{ held: [], trouble: away }]);
  });

  it('is not asked before it said so', async () => {
    const banned = { ...away, type: 'VenueThrottled' as const, retryAfterMs: 90_000 };
    const on = world({ unreadable: [banned] });
    await runFlatten('main', on.effects());
    expect(on.rests[0]).toBe(90_000);
  });
});

describe('a person who stops it', () => {
  it('gets what is open by its name, and the closes go on', async () => {
    const fates = new Map([[`${BTC} long`, held('trading is halted')]]);
    const orders = [aRestingOrder({ orderId: '1', side: 'buy', reduceOnly: false })];
    const on = world({ positions: [btc], orders, fates, uncancellable: new Set(['1']) }, (it, pass) => {
      if (pass === 5) it.stop = { operator: 'carol', reason: 'closing by phone' };
    });
    expect(await runFlatten('main', on.effects())).toMatchObject({
      outcome: 'handedOver',
      because: 'carol takes over: closing by phone; 2 left open; closes that run go on',
      leftOpen: ['BTCUSDT long 1: trading is halted', 'resting: LIMIT 1 (take-profit)'],
      flatAt: null,
    });
  });

  it('is told what is not known, where the venue is silent', async () => {
    const on = world({ positions: [btc] }, (it) => {
      it.stop = { operator: 'carol', reason: 'enough' };
      it.unreadable = [{ type: 'VenueUnreachable', detail: 'no answer', needsPerson: false }];
    });
    expect((await runFlatten('main', on.effects())).leftOpen).toEqual(['not known for certain: no answer']);
  });
});

it('a second request widens the scope, each position in the name of the first who wants it', async () => {
  const first = asks({ scope: { symbols: [BTC], side: null } });
  const second = asks({ requestId: 'bob-1', operator: 'bob' });
  const on = world(
    { positions: [btc, eth], asked: [first] },
    (it, pass) => void (pass === 3 && (it.asked = [first, second])),
  );
  await runFlatten('main', on.effects());
  expect(on.asks.map(({ symbol, requestId }) => [symbol, requestId])).toEqual([
    [BTC, 'alice-1'],
    [ETH, 'bob-1'],
  ]);
});

it('what it remembers is plain data: it goes on in a fresh history as if nothing had been', async () => {
  const on = world({ positions: [btc, eth], fates: new Map([[`${BTC} long`, { kind: 'closing' }]]) });
  const progress = newFlattenProgress(on.nowMs);
  const effects = on.effects();
  const cut = {
    ...effects,
    checkpoint: () => (progress.pass < 3 ? effects.checkpoint(progress) : Promise.reject(new Error('cut'))),
  };
  await expect(runFlatten('main', cut, progress)).rejects.toThrow('cut');
  on.positions = [];
  const again = JSON.parse(JSON.stringify(progress)) as typeof progress;
  const result = await runFlatten('main', on.effects(), again);
  expect(result.lines.map(({ symbol, attempt }) => [symbol, attempt])).toEqual([
    [BTC, 1],
    [ETH, 1],
  ]);
  expect(decisionIds(on)).toHaveLength(2);
});
