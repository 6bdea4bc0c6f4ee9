import type { BooksWord } from '../../books/ask-books';
import { BOOKS_HEAD, booksRow, introduceBooks } from '../say-books';
import { html } from './html';
import type { Html } from './html';

/** What the venue says now: kept apart from what the history says. */
export function booksTable(word: BooksWord | undefined): Html {
  if (word === undefined) return html``;
  const rows = word.kind === 'read' ? word.orders.map(booksRow) : [];
  return html`<section>
    <h2>The venue’s books</h2>
    <p class="soft">${introduceBooks(word)}</p>
    ${rows.length === 0 ? null : table(rows)}
  </section>`;
}

const table = (rows: readonly string[][]): Html =>
  html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${BOOKS_HEAD.map((title) => html`<th>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
