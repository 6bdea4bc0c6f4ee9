import { element, byId, part, setAttribute, setLink, setText, show } from './dom.js';

/**
 * A flatten while it runs, and for a minute after: how far it is, who asked, and what does not move by itself.
 * @import { FlattenView } from './types'
 */

const LOOK_EVERY_MS = 1_000;
/** Where none is known to run: somebody may start one elsewhere. */
const LOOK_NOW_AND_THEN_MS = 5_000;
const SHOWN_AFTER_MS = 60_000;
const HELD_MAX = 20;

/** Looks by itself; the returned function has it look now. @returns {() => void} */
export function watchFlatten() {
  const panel = byId('flattening');
  let timer = 0;

  const look = async () => {
    clearTimeout(timer);
    const flatten = await read();
    if (flatten !== undefined) draw(panel, flatten);
    timer = window.setTimeout(look, flatten?.running ? LOOK_EVERY_MS : LOOK_NOW_AND_THEN_MS);
  };
  void look();
  return () => void look();
}

/** Undefined where nobody knows: then what was seen last stays. @returns {Promise<FlattenView | null | undefined>} */
async function read() {
  try {
    const response = await fetch('/flatten');
    return response.ok ? (await response.json()).flatten : undefined;
  } catch {
    return undefined;
  }
}

/** @param {HTMLElement} panel @param {FlattenView | null} flatten */
function draw(panel, flatten) {
  const isNews = flatten !== null && (flatten.running || Date.now() - endOf(flatten) < SHOWN_AFTER_MS);
  show(panel, isNews);
  if (!isNews) return;
  const { counts, state, held, asked, uiLink } = flatten;
  setAttribute(panel, 'data-state', flatten.outcome ?? state);
  const bar = part(panel, 'bar');
  setAttribute(bar, 'max', String(Math.max(counts.positions, 1)));
  setAttribute(bar, 'value', String(flatten.outcome === 'flat' ? Math.max(counts.positions, 1) : counts.flat));
  setText(part(panel, 'words'), inWords(flatten));
  setText(part(panel, 'asked'), asked.map(({ operator, scope, note }) => `${operator}: ${scope}, ${note}`).join(' · '));
  setLink(part(panel, 'link'), uiLink);
  drawHeld(part(panel, 'held'), held);
}

/** @param {FlattenView} flatten */
const endOf = ({ startedAt, flatAfterMs }) => Date.parse(startedAt) + (flatAfterMs ?? 0);

/** @param {FlattenView} flatten */
function inWords({ state, outcome, because, counts, flatAfterMs }) {
  const orders = counts.ordersCancelled === 0 ? '' : `, ${counts.ordersCancelled} opening orders cancelled`;
  const count = `${counts.flat} of ${counts.positions} positions flat${orders}`;
  if (outcome === 'flat') return `Flat: ${count}, after ${((flatAfterMs ?? 0) / 1_000).toFixed(1)} s`;
  if (outcome !== null) return `Ended, and not flat: ${because}`;
  if (state === 'held') return `Held: ${count}. What is left needs a person${because === null ? '' : `: ${because}`}`;
  return state === 'starting' ? 'Starting: no worker has answered yet' : `Flattening: ${count}`;
}

/** @param {HTMLElement} list @param {string[]} held */
function drawHeld(list, held) {
  const shown = held.length > HELD_MAX ? [...held.slice(0, HELD_MAX), `and ${held.length - HELD_MAX} more`] : held;
  if (list.textContent === shown.join('')) return;
  list.replaceChildren(...shown.map((sentence) => element('li', {}, sentence)));
}
