import type { VenueBooks } from '../../exchange/books-port';
import { VenueError } from '../../exchange/venue-error';
import type { ProofBody } from '../file/proof-file';
import { comparedWith } from './booked';
import type { Booked } from './booked';

/** What the venue's books say now of the orders of a proof, or why they could not be asked. It stands beside a proof, never in it. */
export type BooksWord = { kind: 'read'; askedAt: string; orders: Booked[] } | { kind: 'unread'; because: string };

/** Asks for each order that the history calls executed; one after the other, since nobody waits for it but the reader. */
export async function askBooks(books: VenueBooks, { reading }: ProofBody, nowMs: number): Promise<BooksWord> {
  const { decision, money } = reading;
  if (decision === null) return { kind: 'unread', because: 'there was no decision, and so no market to ask for' };
  const orders: Booked[] = [];
  try {
    for (const fill of money.fills)
      orders.push(comparedWith(fill, await books.listBookings(decision.symbol, fill.orderId)));
  } catch (error) {
    if (!(error instanceof VenueError)) throw error;
    return { kind: 'unread', because: error.trouble.detail };
  }
  return { kind: 'read', askedAt: new Date(nowMs).toISOString(), orders };
}
