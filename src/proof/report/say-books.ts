import type { Booked } from '../books/booked';
import type { BooksWord } from '../books/ask-books';
import { moment } from './words';

/** What stands above the books, in any form of a report. */
export function introduceBooks(word: BooksWord): string {
  if (word.kind === 'unread') return `The venue was asked, and did not tell: ${word.because}.`;
  const asked = `Asked of the venue at ${moment(word.askedAt)}: beside the proof, and no part of it.`;
  return word.orders.length === 0 ? `${asked} No order of this close executed.` : asked;
}

export const BOOKS_HEAD = ['Order', 'Executed', 'Fees', 'Profit before fees', 'As in the history'] as const;

export const booksRow = ({ clientOrderId, orderId, quantity, fees, realisedProfit, agrees }: Booked): string[] => [
  `${clientOrderId} (${orderId})`,
  quantity,
  fees.join(', ') || 'none',
  realisedProfit,
  agrees ? 'yes' : 'NO',
];
