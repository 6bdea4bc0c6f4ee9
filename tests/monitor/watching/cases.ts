import type { RuleBook } from '../../../src/monitor/rule-book/rule-book';
import { loadRuleBook } from '../../../src/monitor/rule-book/load-rule-book';
import type { PriceTick } from '../../../src/monitor/feeds/feed';
import { NO_PRICE } from '../../../src/monitor/rules/guards/price-state';
import { judgeOpen } from '../../../src/monitor/watching/judge-open';
import type { Facts, Judged } from '../../../src/monitor/watching/judge-open';
import type { ExitVerdict } from '../../../src/monitor/rules/judge-position';
import type { WatchedPosition } from '../../../src/exchange/watch-port';

export const BTC = 'BTC/USDT:USDT';
export const ETH = 'ETH/USDT:USDT';

/** A morning in 2026, this machine's clock and the venue's, ms. */
export const NOW = Date.UTC(2026, 0, 22, 9);

/** The built-in rules. */
export const BOOK: RuleBook = loadRuleBook(null);

/** A long of 2 in BTC, entered at 60000. */
export const position = (more: Partial<WatchedPosition> = {}): WatchedPosition => ({
  symbol: BTC,
  side: 'long',
  quantity: '2',
  entryPrice: '60000',
  mode: 'one-way',
  updatedAtMs: NOW - 3_600_000,
  ...more,
});

/** A price that came in now, with an index price that says the same. */
export const tick = (symbol: string, markPrice: string, more: Partial<PriceTick> = {}): PriceTick => ({
  symbol,
  markPrice,
  indexPrice: markPrice,
  venueAtMs: NOW,
  receivedAtMs: NOW,
  source: 'stream',
  ...more,
});

/** What is known of a position whose price is this, now. */
export const facts = (price: number | null, more: Partial<Facts> = {}): Facts => ({
  position: position(),
  settings: BOOK.settingsFor(BTC, 'long'),
  price:
    price === null
      ? NO_PRICE
      : { accepted: { price, venueAtMs: NOW, freshAtMs: NOW, source: 'stream' }, doubt: null, time: null },
  best: null,
  atr: null,
  clockDoubt: null,
  nowMs: NOW,
  venueNowMs: NOW,
  ...more,
});

/** A position that must go, and the rule that says so. */
export function fired(price: number, more: Partial<WatchedPosition> = {}): { judged: Judged; exit: ExitVerdict } {
  const judged = judgeOpen(facts(price, { position: position(more) }));
  const { exit } = judged.verdict;
  if (exit === null) throw new Error(`no rule fires at ${price}`);
  return { judged, exit };
}
