import { startClose } from '../../../src/client/start-close';
import type { ExitDecision } from '../../../src/domain/exit-decision';
import { decisionFor } from '../../support/rehearsal';
import { closeLong, finished, stopLoss, takeProfit } from './moves';
import type { Scenario, Stage } from './scenario';

/** How positions stand, and what rests beside them. */
export const positions: readonly Scenario[] = [
  { name: 'partial', play: ({ on }) => closeLong(on, { quantity: { fraction: '0.5' } }) },
  { name: 'hedge-mode', mode: 'hedge', play: ({ on }) => oneLeg(on) },
  { name: 'claims-cleared', play: ({ on }) => claimed(on) },
  { name: 'claim-put-back', play: ({ on }) => claimed(on, { quantity: { amount: '0.4' } }) },
];

type On = Stage['on'];

async function oneLeg(on: On) {
  await on.hold('BTCUSDT', 'LONG', '1');
  await on.hold('BTCUSDT', 'SHORT', '0.6');
  return finished(on, await startClose(on.client, decisionFor('BTC/USDT:USDT', 'short')));
}

async function claimed(on: On, changes: Partial<ExitDecision> = {}) {
  await on.hold('BTCUSDT', 'LONG', '1');
  await takeProfit(on, '1');
  await stopLoss(on, '1');
  return finished(on, await startClose(on.client, decisionFor('BTC/USDT:USDT', 'long', changes)));
}
