import fc from 'fast-check';
import { reducible } from '../../../src/paper/engine/account/leg';
import { catchUp } from '../../../src/paper/engine/time/catch-up';
import { claimed } from '../../../src/paper/engine/orders/claims';
import { amount, sum, text } from '../../../src/paper/engine/decimal';
import { legOf } from '../../../src/paper/engine/world';
import { DEFAULT_SETTINGS, SETTING_WORDS } from '../../../src/paper/engine/settings';
import type { Settings } from '../../../src/paper/engine/settings';
import { Account } from '../support/account';

type Step = (account: Account) => void;

const quantity = fc.integer({ min: 1, max: 3000 }).map((lots) => text(amount(lots).div(1000)));
const price = fc.integer({ min: 571_000, max: 629_000 }).map((ticks) => text(amount(ticks).div(10)));
const side = fc.constantFrom('BUY', 'SELL');
const leg = fc.constantFrom('BOTH', 'LONG', 'SHORT');
const name = fc.constantFrom('a', 'b', 'c', 'd');
const flag = fc.constantFrom('true', 'false', '');
const selfTradePreventionMode = fc.constantFrom('NONE', 'EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH', '');
const order = { side, quantity, positionSide: leg, reduceOnly: flag, newClientOrderId: name, selfTradePreventionMode };
/** Around the spread, where one's own orders are in the way. */
const closePrice = fc.integer({ min: 599_980, max: 600_020 }).map((ticks) => text(amount(ticks).div(10)));

/** Anything a client or the market may do; most of it will be refused, which is part of the story. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(order).map(
      (params): Step =>
        (account) =>
          void account.orderCode(params),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        ...order,
        price: fc.oneof(price, closePrice),
        timeInForce: fc.constantFrom('GTC', 'GTC', 'IOC', 'FOK', 'GTX'),
      })
      .map(
        (params): Step =>
          (account) =>
            void account.orderCode({ ...params, type: 'LIMIT' }),
      ),
  },
  {
    weight: 3,
    arbitrary: price.map(
      (mark): Step =>
        (account) =>
          account.price(mark),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (origClientOrderId): Step =>
        (account) =>
          void account.code('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        side,
        quantity,
        positionSide: leg,
        reduceOnly: flag,
        clientAlgoId: name,
        triggerPrice: price,
        type: fc.constantFrom('STOP_MARKET', 'TAKE_PROFIT_MARKET', 'TRAILING_STOP_MARKET'),
      })
      .map(({ triggerPrice, ...params }) =>
        params.type === 'TRAILING_STOP_MARKET' ? { ...params, callbackRate: '1' } : { ...params, triggerPrice },
      )
      .map(
        (params): Step =>
          (account) =>
            void account.code('POST /fapi/v1/algoOrder', { symbol: 'BTCUSDT', algoType: 'CONDITIONAL', ...params }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 3 }).map(
      (lots): Step =>
        (account) =>
          void account.world.liquidity.set('BTCUSDT', amount(lots || 1000)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constant(8 * 60 * 60 * 1000)).map(
      (ms): Step =>
        (account) =>
          void account.wait(ms),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ side, quantity, price: fc.oneof(price, closePrice), origClientOrderId: name }).map(
      (params): Step =>
        (account) =>
          void account.code('PUT /fapi/v1/order', { symbol: 'BTCUSDT', ...params }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 6 }).map(
      (levels): Step =>
        (account) =>
          levels === 6 ? void account.world.books.clear() : account.thin({ levels }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('ISOLATED', 'CROSSED').map(
      (marginType): Step =>
        (account) =>
          void account.code('POST /fapi/v1/marginType', { symbol: 'BTCUSDT', marginType }),
    ),
  },
);

const settings: fc.Arbitrary<Settings> = fc
  .record({
    reduceOnlyExcess: fc.constantFrom(...SETTING_WORDS.reduceOnlyExcess),
    hedgeExcess: fc.constantFrom(...SETTING_WORDS.hedgeExcess),
    restingClaims: fc.constantFrom(...SETTING_WORDS.restingClaims),
    fillDelayMs: fc.constantFrom(0, 300),
  })
  .map((some) => ({ ...DEFAULT_SETTINGS, ...some }));

const story = fc.record({
  mode: fc.constantFrom('one-way' as const, 'hedge' as const),
  settings,
  steps: fc.array(step, { minLength: 10, maxLength: 40 }),
});

const POSITION_SIDES = ['BOTH', 'LONG', 'SHORT'] as const;
const legs = (account: Account) => POSITION_SIDES.map((positionSide) => legOf(account.world, 'BTCUSDT', positionSide));

/** Tells the story, looking after every step, and hands over the account at its end. */
const tell = (look: (account: Account) => void) =>
  fc.assert(
    fc.property(story, ({ steps, ...options }) => {
      const account = new Account(options);
      for (const act of steps) {
        act(account);
        look(account);
      }
    }),
    { numRuns: 60 },
  );

describe('whatever clients and the market do', () => {
  test('a position is the sum of its fills', () =>
    tell((account) => {
      for (const { positionSide, quantity: held } of legs(account)) {
        const fills = account.executions().filter((fill) => fill.positionSide === positionSide);
        expect(text(sum(fills.map((fill) => amount(fill.quantity).times(fill.side === 'BUY' ? 1 : -1))))).toBe(
          text(held),
        );
      }
    }));

  test('a reduce-only fill takes the position toward zero, never away from it or through it', () =>
    tell((account) => {
      for (const fill of account.executions().filter((each) => each.reduceOnly)) {
        const [before, after] = [amount(fill.positionBefore), amount(fill.positionAfter)];
        expect(after.abs().lt(before.abs())).toBe(true);
        expect(after.isZero() || after.s === before.s).toBe(true);
      }
    }));

  test('a hedge leg is never turned over', () =>
    tell((account) => {
      const [, long, short] = legs(account);
      expect(long!.quantity.gte(0) && short!.quantity.lte(0)).toBe(true);
    }));

  test('resting reduce-only orders never claim more than there is', () =>
    tell((account) => {
      for (const each of legs(account)) {
        const room = reducible(each, each.quantity.gt(0) ? 'SELL' : 'BUY');
        expect(claimed(account.world, each).lte(room)).toBe(true);
      }
    }));

  test('a name is held by one open order at most, and is free afterwards', () =>
    tell((account) => {
      // A held-back order that is due now fills at the next call: look after that.
      catchUp(account.world);
      const names = account.world.orders.openOf('BTCUSDT').map((open) => open.clientOrderId);
      expect(new Set(names).size).toBe(names.length);
      const probe = { side: 'BUY', quantity: '1', ...(account.world.mode === 'hedge' ? { positionSide: 'LONG' } : {}) };
      for (const held of names) expect(account.orderCode({ ...probe, newClientOrderId: held })).toBe(-4116);
      const free = ['a', 'b', 'c', 'd'].find((each) => !names.includes(each));
      if (free) expect(account.orderCode({ ...probe, newClientOrderId: free })).toBe(0);
    }));

  test('no money appears or vanishes: the wallet is its flows, and equity is what cash and positions are worth', () =>
    tell((account) => {
      const { world } = account;
      expect(text(world.wallet)).toBe(text(sum(world.flows.map((flow) => flow.amount))));
      const fills = account.executions();
      const cash = sum(
        fills.map((fill) =>
          amount(fill.quantity)
            .times(fill.price)
            .times(fill.side === 'BUY' ? -1 : 1),
        ),
      );
      const fees = sum(fills.map((fill) => amount(fill.commission)));
      const mark = world.marks.get('BTCUSDT')!;
      const worth = sum(legs(account).map((each) => each.quantity.times(mark)));
      const unrealized = sum(legs(account).map((each) => each.quantity.times(mark.minus(each.entryPrice))));
      const funding = sum(world.flows.filter(({ kind }) => kind === 'FUNDING_FEE').map((flow) => flow.amount));
      const spent = world.flows[0]!.amount.plus(cash).minus(fees).plus(funding);
      const gap = world.wallet.plus(unrealized).minus(spent.plus(worth));
      // Entry prices are kept to twelve decimals.
      expect(gap.abs().lt('0.000001')).toBe(true);
    }));

  test('no number is given out twice: orders, trades, conditional orders, income', () =>
    tell((account) => {
      const { lines, world } = account;
      const distinct = (numbers: readonly number[]) => expect(new Set(numbers).size).toBe(numbers.length);
      distinct(account.executions().map(({ tradeId }) => tradeId));
      distinct(
        lines.flatMap((line) => (line.kind === 'order' && line.status === 'NEW' && !line.reason ? [line.orderId] : [])),
      );
      distinct(lines.flatMap((line) => (line.kind === 'algo' && line.status === 'NEW' ? [line.algoId] : [])));
      distinct(world.flows.map(({ id }) => id));
    }));

  test('an order fills no more than it asked for, and what it filled is the sum of its trades', () =>
    tell(({ world }) => {
      for (const { latest } of world.orders.ofSymbol('BTCUSDT')) {
        const trades = world.tradesByOrder.get(latest.orderId) ?? [];
        expect(text(sum(trades.map((trade) => trade.quantity)))).toBe(text(latest.executed));
        expect(latest.executed.lte(latest.quantity)).toBe(true);
        expect(latest.status === 'FILLED').toBe(latest.executed.eq(latest.quantity));
      }
    }));

  test('an isolated position has something set aside, and nothing else has', () =>
    tell((account) => {
      for (const each of legs(account)) {
        const wallet = each.isolatedWallet ?? amount(0);
        const isolated = account.world.isolated.has('BTCUSDT') && !each.quantity.isZero();
        expect(isolated ? wallet.gt(0) : wallet.isZero()).toBe(true);
      }
    }));

  test('nobody trades beyond what a limit says', () =>
    tell(({ world }) => {
      for (const { latest } of world.orders.ofSymbol('BTCUSDT')) {
        if (latest.type !== 'LIMIT' || latest.modified > 0) continue;
        for (const { price: paid } of world.tradesByOrder.get(latest.orderId) ?? [])
          expect(latest.side === 'BUY' ? paid.lte(latest.price) : paid.gte(latest.price)).toBe(true);
      }
    }));
});
