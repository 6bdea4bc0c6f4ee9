import type { Side } from '../domain/exit-decision';
import type { DecimalText } from '../domain/decimal';
import { marketId } from '../domain/market-symbol';
import type { CloseTarget } from '../domain/names';
import type { Venue } from './exchange-options';

/** Where a fire drill is held, and how a position gets there. */
export interface DrillGround {
  venue: Venue;
  /** Makes the position that quantity, '0' takes it off. Null where there is money: nothing of ours can open a position at a venue. */
  setPosition: ((target: CloseTarget, quantity: DecimalText) => Promise<void>) | null;
}

interface GroundOptions {
  venue: Venue;
  paperUrl: string;
}

/** Only the paper exchange can be told what is open, by its admin door, which no venue has and which is no way of trading. */
export const drillGroundOf = ({ venue, paperUrl }: GroundOptions): DrillGround => ({
  venue,
  setPosition: venue === 'paper' ? (target, quantity) => setOnPaper(paperUrl, target, quantity) : null,
});

const PATIENCE_MS = 3_000;

async function setOnPaper(paperUrl: string, { symbol, side }: CloseTarget, quantity: DecimalText): Promise<void> {
  const answer = await fetch(`${paperUrl}/paper/positions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ symbol: marketId(symbol), side: legOf(side), quantity }]),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`the paper exchange answers ${answer.status}: ${await answer.text()}`);
}

const legOf = (side: Side): string => (side === 'long' ? 'LONG' : 'SHORT');
