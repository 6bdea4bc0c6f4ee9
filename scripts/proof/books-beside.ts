import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import { keysOf } from '../../src/config/keys';
import { createBooks } from '../../src/exchange/create-books';
import { askBooks } from '../../src/proof/books/ask-books';
import type { ProofBody } from '../../src/proof/file/proof-file';
import type { Rendered } from './render-proof';

/** Each proof with what the venue's books say of its orders, asked with the keys of the account that it is of. */
export async function booksBeside(config: Config, bodies: readonly ProofBody[]): Promise<Rendered[]> {
  const rendered: Rendered[] = [];
  for (const body of bodies) {
    const { name, account } = accountOf(config, body.reading.decision?.account);
    const books = createBooks({ ...keysOf(name, account), venue: account.venue, paperUrl: account.paperUrl });
    rendered.push({ body, books: await askBooks(books, body, Date.now()) });
  }
  return rendered;
}
