import { asyncLocalStorage } from '@temporalio/activity';
import pino from 'pino';
import { createAwaitTerminalFilled } from '../../activities/await-terminal-filled';
import type { Ports } from '../../activities/ports';
import { logContextOf } from '../../src/domain/log-context';
import type { OrderRecord } from '../../src/domain/settlement';
import type { PossiblyExecuted } from '../../src/domain/submission';
import { aDecision } from '../support/close-fixtures';
import { filled, orderFor, scriptedExchange } from '../support/scripted-exchange';

const LOOK_TAKES_MS = 400;
const NOW_MS = 1_000_000;
const accepted: PossiblyExecuted = {
  ...{ kind: 'accepted', orderId: '77', status: 'FILLED', executedQuantity: '1', signedAtMs: NOW_MS },
};

/** How often an activity that was scheduled with this heartbeat timeout says that it lives, while the venue takes its time. */
async function beatsDuringALook(heartbeatTimeoutMs: number): Promise<number> {
  const exchange = scriptedExchange({ venueTimeMs: NOW_MS, position: null, record: filled('1') });
  const slow = { ...exchange, listPositions: () => later(() => exchange.listPositions()) };
  const ports = { exchange: slow, logger: pino({ level: 'silent' }) } as unknown as Ports;
  const heartbeat = jest.fn();
  const settlement = await asyncLocalStorage.run({ heartbeat, info: { heartbeatTimeoutMs } } as never, () =>
    createAwaitTerminalFilled(ports)(orderFor('1', NOW_MS), accepted, logContextOf(aDecision())),
  );
  expect(settlement.kind).toBe('settled');
  return heartbeat.mock.calls.length;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const later = async <T>(read: () => Promise<T>): Promise<T> => {
  await sleep(LOOK_TAKES_MS);
  return read();
};

test('Its patience is that of whoever asks: what is not shown by then is handed back', async () => {
  const open: OrderRecord = { ...filled('1'), status: 'NEW', executedQuantity: '0' };
  const exchange = scriptedExchange({ venueTimeMs: NOW_MS, position: null, record: open });
  const ports = { exchange, logger: pino({ level: 'silent' }) } as unknown as Ports;
  const beganAtMs = Date.now();
  const settlement = await asyncLocalStorage.run({ heartbeat: jest.fn(), sleep, info: {} } as never, () =>
    createAwaitTerminalFilled(ports)(orderFor('1', NOW_MS), accepted, logContextOf(aDecision()), 300),
  );
  expect(settlement).toMatchObject({ kind: 'unresolved', trouble: { type: 'OrderUnresolved' } });
  expect(Date.now() - beganAtMs).toBeGreaterThanOrEqual(300);
});

test('Within a workflow task even the first look is cut short, where its reading is shared with hundreds and does not come', async () => {
  const exchange = scriptedExchange({ venueTimeMs: NOW_MS, position: null, record: filled('1') });
  const silent = { ...exchange, listPositions: () => new Promise<never>(() => undefined) };
  const ports = { exchange: silent, logger: pino({ level: 'silent' }) } as unknown as Ports;
  const look = asyncLocalStorage.run({ heartbeat: jest.fn(), sleep, info: {} } as never, () =>
    createAwaitTerminalFilled(ports)(orderFor('1', NOW_MS), accepted, logContextOf(aDecision()), 300),
  );
  const first = await Promise.race([look, sleep(1_000).then(() => 'still looking')]);
  expect(first).toMatchObject({ kind: 'unresolved', trouble: { type: 'OrderUnresolved' } });
});

test('It beats as often as it was scheduled to, whichever build scheduled it', async () => {
  expect(await beatsDuringALook(120)).toBeGreaterThanOrEqual(5);
  expect(await beatsDuringALook(12_000)).toBe(0);
});
