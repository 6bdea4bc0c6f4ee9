import { pino } from 'pino';
import { createPlaceOrder } from '../../activities/place-order';
import type { CloseOrder } from '../../src/domain/close-order';
import type { LogContext } from '../../src/domain/log-context';
import { orderFor, scriptedExchange } from '../support/scripted-exchange';

const NOW = 1_000_000;
const context: LogContext = {
  account: 'main',
  symbol: 'BTC/USDT:USDT',
  side: 'long',
  decision_id: 'd',
  source: 's',
  reason: 'MANUAL',
  trace_id: 't',
};

function place(order: CloseOrder, nowMs = NOW) {
  const sent: CloseOrder[] = [];
  const exchange = scriptedExchange({ venueTimeMs: nowMs, position: null }, sent);
  const ports = {
    account: 'main',
    exchange,
    logger: pino({ level: 'silent' }),
    alertWebhookUrl: null,
    isAllowedSource: () => true,
  };
  return { sent, submission: createPlaceOrder(ports)(order, context) };
}

it('signs with the very time that was checked', async () => {
  const { submission } = place(orderFor('1', NOW));
  expect(await submission).toMatchObject({ kind: 'accepted', signedAtMs: NOW });
});

it('sends nothing when its reading of the position has grown old, however long it slept', async () => {
  for (const lateMs of [1, 3_600_000]) {
    const { sent, submission } = place(orderFor('1', NOW - lateMs));
    expect(await submission).toMatchObject({ kind: 'notSent', trouble: { type: 'OrderTooLate', needsPerson: false } });
    expect(sent).toEqual([]);
  }
});

it('refuses an order that was changed on its way so that it could increase the position', async () => {
  const order = JSON.parse(JSON.stringify(orderFor('1', NOW))) as Record<string, unknown>;
  const changed = { ...order, side: 'buy' } as unknown as CloseOrder;
  const { sent, submission } = place(changed);
  await expect(submission).rejects.toThrow('would increase a long position');
  expect(sent).toEqual([]);
});
