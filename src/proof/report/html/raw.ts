import { html } from './html';
import type { Html } from './html';
import type { ShownProof } from './shown-proof';

/** What everything above is read from, folded away. */
export const raw = ({ reading, history }: ShownProof): Html =>
  html`<section class="raw">
    <h2>Raw</h2>
    ${fold('The decision', reading.decision)} ${fold('What the close said of itself in the end', reading.result)}
    ${fold(`The history, ${history.events.length} events as Temporal has them`, history)}
  </section>`;

const fold = (title: string, value: unknown): Html =>
  html`<details>
    <summary>${title}</summary>
    <pre>${JSON.stringify(value, null, 2)}</pre>
  </details>`;
