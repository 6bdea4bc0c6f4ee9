import { html } from './html';
import type { Html } from './html';

const SHOWN_MAX = 24;

/** Event ids, as links to their lines in the timeline where it has one. */
export function eventIds(ids: readonly number[], told: ReadonlySet<number>): Html {
  const shown = ids.slice(0, SHOWN_MAX);
  const more = ids.length - shown.length;
  const one = (id: number): Html => (told.has(id) ? html`<a href="#event-${id}">${id}</a>` : html`${id}`);
  return html`<span class="ids"
    >${shown.map((id, at) => html`${at === 0 ? null : ', '}${one(id)}`)}${more > 0 ? `, and ${more} more` : null}</span
  >`;
}
