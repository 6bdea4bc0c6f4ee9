import { OrderFlow } from '../../../../src/exchange/ccxt/governor/order-flow';
import { OrderGovernor } from '../../../../src/exchange/ccxt/governor/order-governor';

const NOON = Date.parse('2026-01-22T12:00:00Z');
const HOUR = 3_600_000;
const position = (index: number) => ({ symbol: `S${index}/USDT:USDT`, side: 'long' }) as const;

it('closes are let through at once after the estimate of the venue’s clock has gone back by an hour', async () => {
  let nowMs = NOON + HOUR;
  const flow = new OrderFlow();
  flow.room.limits = { orders10s: 300, orders1m: 1_200 };
  const governor = new OrderGovernor(flow, () => nowMs);
  // Others send, so that orders are spaced; and more closes than may be admitted at once are never heard of again.
  flow.room.heard({ orders10s: 40, orders1m: 40 }, nowMs, nowMs);
  expect(await governor.turn('lost', position(0), 1_000)).toBe(0);
  for (let index = 1; index <= 24; index += 1) await governor.admit(position(index));

  nowMs -= HOUR;
  expect(await governor.admit(position(25))).toBe(0);
  expect(await governor.turn('found', position(25), 100)).toBe(0);
});
