import { html } from './html';
import type { Html } from './html';

/** What the shapes of the picture mean. */
export const legend = (): Html =>
  html`<p class="legend">
    <span
      ><svg viewBox="0 0 12 12" class="mark good"><circle cx="6" cy="6" r="5" /></svg>by the venue’s word</span
    >
    <span
      ><svg viewBox="0 0 12 12" class="mark fair"><path d="M6 0l6 6l-6 6l-6 -6z" /></svg>turned away, provably</span
    >
    <span
      ><svg viewBox="0 0 12 12" class="mark bad"><path d="M6 1l6 10.5h-12z" /></svg>trouble, or not known</span
    >
    <span>Numbers are event ids. Times are Temporal’s, from the first event on.</span>
  </p>`;
