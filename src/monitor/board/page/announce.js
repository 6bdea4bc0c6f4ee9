import { byId, element } from './dom.js';
import { closeKey } from './state.js';
import { lasting, plain } from './words.js';

/**
 * What a screen reader says while nobody looks at the board.
 * @import { Board, CloseView } from './types'
 */

/** More at once are told as a number. */
const ONE_BY_ONE_MAX = 3;
const KEPT_MAX = 20;

/** To be called before the board takes the closes in. @param {Board} board @param {CloseView[]} closes that differ */
export function announceCloses(board, closes) {
  const news = closes.map((close) => newsOf(close, board.closes.get(closeKey(close))));
  say(
    'alarm',
    news.filter((one) => one.startsWith('Held')),
    'closes are held',
  );
  say(
    'announce',
    news.filter((one) => one !== '' && !one.startsWith('Held')),
    'closes have started or finished',
  );
}

/** @param {CloseView} close @param {CloseView | undefined} before */
function newsOf({ marketId, side, state, reason, running, outcome, trouble, timeToFlatMs }, before) {
  const name = `${marketId} ${side}`;
  if (!running && before?.running !== false)
    return `${name} finished: ${plain(outcome ?? 'unknown')}${timeToFlatMs === null ? '' : ` in ${lasting(timeToFlatMs)}`}`;
  if (state === 'held' && before?.state !== 'held') return `Held, and needs a person: ${name}. ${trouble ?? ''}`;
  return running && before === undefined ? `Closing ${name}: ${plain(reason)}` : '';
}

/** @param {string} id @param {string[]} news @param {string} many */
function say(id, news, many) {
  if (news.length === 0) return;
  const region = byId(id);
  const lines = news.length > ONE_BY_ONE_MAX ? [`${news.length} ${many}`] : news;
  region.append(...lines.map((line) => element('p', {}, line)));
  while (region.children.length > KEPT_MAX) region.firstElementChild?.remove();
}
