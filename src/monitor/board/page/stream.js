/**
 * @import { BoardChange, WholeBoard } from './types'
 */

const TRY_AGAIN_MS = 5_000;

/**
 * Listens to the service for as long as the page is open. The browser connects anew by itself, but gives up where it is told no.
 * @param {{ whole(state: WholeBoard): void, change(change: BoardChange): void }} hearers
 */
export function listen(hearers) {
  const events = new EventSource('/board/events');
  events.addEventListener('state', (event) => hearers.whole(JSON.parse(event.data)));
  events.addEventListener('change', (event) => hearers.change(JSON.parse(event.data)));
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(hearers), TRY_AGAIN_MS);
  });
}
