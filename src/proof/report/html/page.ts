import { marketId } from '../../../domain/market-symbol';
import type { ProofBody } from '../../file/proof-file';
import { headlineOf } from '../headline';
import { drawPicture } from '../picture/picture';
import { scopeOf } from '../scope';
import type { BooksWord } from '../../books/ask-books';
import { asked } from './asked';
import { booksTable } from './books-table';
import { checksTable } from './checks-table';
import { html } from './html';
import { legend } from './legend';
import { marks } from './marks';
import { raw } from './raw';
import { roundsTable } from './rounds-table';
import type { ShownProof } from './shown-proof';
import { STYLE } from './style';
import { timelineTable } from './timeline-table';
import { verdictPanel } from './verdict-panel';

/** One page that brings all it needs with it: no script, no font, no picture from elsewhere. */
export function proofPage(proof: ShownProof, books?: BooksWord): string {
  const { reading } = proof;
  return `<!doctype html>${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Proof of ${titleOf(proof)}: ${headlineOf(proof).verdict}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <div class="brand">
            <span><b>closeproof</b> proof of a close</span><span>exported ${proof.exportedAt}</span>
          </div>
          <h1>${titleOf(proof)}</h1>
        </header>
        <main>
          ${verdictPanel(proof)}
          <section class="whole">
            <h2>The position, and what was done about it</h2>
            <div class="wide">${drawPicture(reading)}</div>
            ${legend()}
          </section>
          ${checksTable(proof)} ${roundsTable(reading)} ${booksTable(books)} ${asked(reading)} ${timelineTable(reading)}
          <section class="scope whole">
            <h2>What this does not show</h2>
            <ul>
              ${scopeOf(proof).map((line) => html`<li>${line}</li>`)}
            </ul>
          </section>
          ${raw(proof)} ${marks(proof)}
        </main>
      </body>
    </html> `.text
  }`;
}

/** "BTCUSDT long, account main", or the workflow id where no whole decision says more. */
function titleOf({ reading: { decision }, workflowId }: ProofBody): string {
  if (decision === null) return workflowId;
  return `${marketId(decision.symbol)} ${decision.side}, account ${decision.account}`;
}
