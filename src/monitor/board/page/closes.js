import { byId, copyOf, part, setAttribute, setLink, setText, show } from './dom.js';
import { closeKey } from './state.js';
import { drawSteps } from './steps.js';
import { ago, lasting, plain, sideWord } from './words.js';

/**
 * Closes that run, and those that have finished.
 * @import { Board, CloseView } from './types'
 */

const RUNNING_MAX = 50;
const RECENT_MAX = 40;

/** @type {Record<string, string>} */
const SIGNS = {
  closed: '✓',
  alreadyFlat: '○',
  closedElsewhere: '⇄',
  residual: '≈',
  replaced: '↷',
  refused: '⊘',
  handedOver: '☞',
};

/** @typedef {(close: CloseView) => void} Act */

/** Every node drawn, with the close it shows. @type {Map<string, { node: HTMLElement, close: CloseView }>} */
const running = new Map();
/** @type {Map<string, { node: HTMLElement, close: CloseView }>} */
const recent = new Map();
let skewMs = 0;

/** @param {Board} board @param {Act} showChain */
export function drawCloses(board, showChain) {
  skewMs = board.clockSkewMs;
  const all = [...board.closes.values()].sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  const [run, done] = [all.filter((close) => close.running), all.filter((close) => !close.running)];
  drawList(byId('running'), running, run.slice(0, RUNNING_MAX), (close) => makeCard(close, showChain), drawCard);
  drawList(byId('recent'), recent, done.slice(0, RECENT_MAX), (close) => makeRecent(close, showChain), drawRecent);
  show(byId('running-empty'), run.length === 0);
  show(byId('recent-empty'), done.length === 0);
}

/**
 * @param {HTMLElement} list @param {typeof running} drawn @param {CloseView[]} closes
 * @param {(close: CloseView) => HTMLElement} make @param {(node: HTMLElement, close: CloseView) => void} draw
 */
function drawList(list, drawn, closes, make, draw) {
  const keys = new Set(closes.map(closeKey));
  for (const [key, { node }] of drawn)
    if (!keys.has(key)) {
      node.remove();
      drawn.delete(key);
    }
  closes.forEach((close, index) => {
    const key = closeKey(close);
    const before = drawn.get(key);
    const node = before?.node ?? make(close);
    if (before?.close !== close) draw(node, close);
    drawn.set(key, { node, close });
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
}

/** @param {CloseView} close @param {Act} showChain */
const makeCard = (close, showChain) => withChain(copyOf('close-card'), close, showChain);

/** @param {CloseView} close @param {Act} showChain */
const makeRecent = (close, showChain) => withChain(copyOf('recent-close'), close, showChain);

/** @param {HTMLElement} node @param {CloseView} close @param {Act} showChain */
function withChain(node, close, showChain) {
  part(node, 'chain').addEventListener('click', () => showChain(close));
  return node;
}

/** @param {HTMLElement} card @param {CloseView} close */
function drawCard(card, close) {
  const { reason, source, state, doing, trouble, round, steps } = close;
  drawName(card, close);
  setAttribute(card, 'data-state', state === 'held' ? 'held' : 'closing');
  setText(part(card, 'why'), `${plain(reason)} by ${source}`);
  setText(
    part(card, 'doing'),
    [round > 1 ? `round ${round}` : '', state === 'held' ? 'held' : '', doing ?? ''].filter(Boolean).join(' · '),
  );
  show(part(card, 'trouble'), trouble !== null);
  setText(part(card, 'trouble'), trouble ?? '');
  drawSteps(part(card, 'steps'), steps);
}

/** @param {HTMLElement} line @param {CloseView} close */
function drawRecent(line, close) {
  const { outcome, because, reason, timeToFlatMs, proofLink } = close;
  drawName(line, close);
  setAttribute(line, 'data-outcome', outcome ?? 'unknown');
  setText(part(line, 'outcome'), `${SIGNS[outcome ?? ''] ?? '?'} ${plain(outcome ?? 'unknown')}`);
  setAttribute(part(line, 'outcome'), 'title', because ?? '');
  setText(part(line, 'reason'), plain(reason));
  setText(part(line, 'flat'), timeToFlatMs === null ? '–' : lasting(timeToFlatMs));
  setAttribute(part(line, 'flat'), 'title', 'from the start to the venue’s last word');
  show(part(line, 'proof'), typeof proofLink === 'string');
  setLink(part(line, 'proof'), proofLink ?? '');
}

/** @param {HTMLElement} node @param {CloseView} close */
function drawName(node, { marketId, side, uiLink }) {
  setText(part(node, 'market'), marketId);
  setText(part(node, 'side'), sideWord(side));
  setAttribute(part(node, 'side'), 'data-side', side);
  setLink(part(node, 'ui'), uiLink);
  setAttribute(part(node, 'ui'), 'aria-label', `${marketId} ${side} in the Temporal UI`);
  setAttribute(part(node, 'chain'), 'aria-label', `Proof chain of ${marketId} ${side}`);
}

/** Times go on between frames. @param {Board} board */
export function tickCloses(board) {
  if (document.documentElement.hasAttribute('data-silent')) return;
  const nowMs = Date.now() + (board.clockSkewMs || skewMs);
  for (const { node, close } of running.values())
    setText(part(node, 'elapsed'), lasting(Math.max(0, nowMs - Date.parse(close.startedAt))));
  for (const { node, close } of recent.values())
    setText(part(node, 'ago'), ago(Math.max(0, nowMs - Date.parse(close.finishedAt ?? close.startedAt))));
}
