import type { WatchedPosition } from '../../exchange/watch-port';
import { heldForMs } from '../best-prices/best-price';
import type { BestPrice } from '../best-prices/best-price';
import type { PositionSettings } from '../rule-book/position-settings';
import { readPrice } from '../rules/guards/read-price';
import type { PriceReading } from '../rules/guards/read-price';
import type { PriceState } from '../rules/guards/price-state';
import { judgePosition } from '../rules/judge-position';
import type { PositionVerdict } from '../rules/judge-position';

/** All that the rules go by for one position, gathered at one moment. */
export interface Facts {
  position: WatchedPosition;
  settings: PositionSettings;
  price: PriceState;
  best: BestPrice | null;
  atr: number | null;
  /** Why how long a position is held is in doubt, or null. */
  clockDoubt: string | null;
  /** This machine's clock, ms. */
  nowMs: number;
  venueNowMs: number;
}

/** A position, what was seen of it, and what the rules say. */
export interface Judged {
  position: WatchedPosition;
  reading: PriceReading;
  best: BestPrice | null;
  heldForMs: number | null;
  verdict: PositionVerdict;
}

export function judgeOpen({ position, settings, price, best, atr, clockDoubt, nowMs, venueNowMs }: Facts): Judged {
  const reading = readPrice(price, nowMs, settings.guards);
  const held = best === null ? null : heldForMs(best, venueNowMs);
  const entryPrice = Number(position.entryPrice);
  const verdict = judgePosition(
    {
      side: position.side,
      entryPrice,
      markPrice: reading.price ?? NaN,
      bestPrice: best?.bestPrice ?? entryPrice,
      liquidationPrice: position.liquidationPrice === undefined ? null : Number(position.liquidationPrice),
      atr,
      heldForMs: held,
    },
    settings.rules,
    { price: reading.doubt, clock: clockDoubt },
  );
  return { position, reading, best, heldForMs: held, verdict };
}
