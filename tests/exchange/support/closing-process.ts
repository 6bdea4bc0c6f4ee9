/**
 * A worker of which only the venue's side is left: it closes its positions as fast as the lane lets it, each on its own,
 * and says at the end what it was told. Arguments: the venue's URL, and the market ids, by commas.
 */
import { buildCloseOrder } from '../../../src/domain/close-order';
import { AT_MARKET } from '../../../src/domain/pricing';
import { createExchange } from '../../../src/exchange/create-exchange';
import { positionOf } from '../../../src/exchange/port';
import type { Exchange } from '../../../src/exchange/port';

export interface Told {
  closed: number;
  /** By what held it up. */
  waits: Record<string, number>;
}

const told: Told = { closed: 0, waits: {} };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function waitOut(what: string, ms = 250): Promise<'again'> {
  told.waits[what] = (told.waits[what] ?? 0) + 1;
  await sleep(ms);
  return 'again';
}

async function close(exchange: Exchange, symbol: string): Promise<void> {
  for (let round = 1; ; round += 1) {
    const name = `p${process.pid}r${round}${symbol}`.replace(/\W/g, '').slice(0, 28);
    const end = await playRound(exchange, symbol, name).catch(() => waitOut('fault').then(() => 'again'));
    if (end === 'flat') return;
  }
}

async function playRound(exchange: Exchange, symbol: string, name: string): Promise<'flat' | 'again'> {
  const target = { symbol, side: 'long' } as const;
  const notYet = await exchange.admit(target);
  if (notYet !== null) return waitOut('admission', notYet.retryAfterMs);
  const snapshot = await exchange.listPositions();
  const position = positionOf(snapshot, symbol, 'long');
  const rules = await exchange.readRules(symbol);
  if (position === null || rules === null) {
    exchange.giveWay(target);
    return 'flat';
  }
  const order = buildCloseOrder({
    clientOrderId: name,
    ...{ position, quantity: position.quantity, pricing: AT_MARKET, rules, closesWhole: true },
    signBeforeMs: snapshot.readAtMs + 2_000,
    recvWindowMs: 3_000,
  });
  const trouble = await exchange.awaitTurn(order);
  if (trouble !== null) return waitOut('turn', trouble.retryAfterMs);
  const submission = await exchange.submit(order, exchange.venueNowMs());
  if (submission.kind === 'accepted') told.closed += 1;
  if (submission.kind === 'notSent') await waitOut('refusal', submission.trouble.retryAfterMs);
  return 'again';
}

async function main([paperUrl = '', markets = '']: string[]): Promise<void> {
  const exchange = createExchange({ venue: 'paper', paperUrl, apiKey: 'paper-key', secret: 'paper-secret' });
  await exchange.connect();
  await Promise.all(markets.split(',').map((id) => close(exchange, `${id.replace(/USDT$/, '')}/USDT:USDT`)));
  console.log(JSON.stringify(told));
}

void main(process.argv.slice(2));
