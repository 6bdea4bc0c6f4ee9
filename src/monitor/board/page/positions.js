import { byId, element, part, setAttribute, setText, show } from './dom.js';
import { inPlace, urgentFirst } from './order.js';
import { makeRow, rulesInWords } from './row.js';

/**
 * The table of positions. Rows beyond the first are drawn on request, and only those that changed are touched.
 * @import { Board, PositionView } from './types'
 */

const ROWS_AT_FIRST = 60;
const ROWS_MORE = 200;
/** Rows change places no more often than this, ms, and never under a hand: who aims at a button must hit it. */
const REORDER_EVERY_MS = 3_000;

/** @param {Board} board @param {(position: PositionView) => void} askToClose */
export function positionsTable(board, askToClose) {
  const [body, filter, more] = [byId('rows'), /** @type {HTMLInputElement} */ (byId('filter')), byId('more')];
  /** @type {Map<string, ReturnType<typeof makeRow>>} */
  const rows = new Map();
  /** @type {Map<string, HTMLElement>} */
  const opened = new Map();
  let [max, orderedAtMs, order] = [ROWS_AT_FIRST, -Infinity, /** @type {string[]} */ ([])];
  /** Every position at the last arrangement, also those that the filter leaves out. @type {Set<string>} */
  let known = new Set();

  /** @param {Set<string> | undefined} changed */
  const draw = (changed) => {
    if (changed === undefined || mayReorder()) arrange('afresh');
    else if ([...changed].some((key) => board.positions.has(key) !== known.has(key))) arrange('settled');
    for (const key of order.slice(0, max)) if (changed === undefined || changed.has(key)) drawRow(key);
  };

  const mayReorder = () =>
    Date.now() - orderedAtMs >= REORDER_EVERY_MS && !body.matches(':hover') && !body.contains(document.activeElement);

  /** @param {'afresh' | 'settled'} how */
  const arrange = (how) => {
    const urgent = urgentFirst(board.positions.values(), filter.value);
    if (how === 'afresh') orderedAtMs = Date.now();
    order = how === 'afresh' ? urgent : inPlace(order, urgent);
    known = new Set(board.positions.keys());
    const shown = new Set(order.slice(0, max));
    for (const key of rows.keys()) if (!shown.has(key)) forget(key);
    for (const key of shown) if (!rows.has(key)) add(key);
    place(body, [...shown].flatMap(nodesOf));
    drawFrame(shown.size);
  };

  /** @param {string} key */
  const add = (key) => {
    const onClose = () => withPosition(key, askToClose);
    rows.set(key, makeRow({ onClose, onDisclose: () => disclose(key) }));
    drawRow(key);
  };

  /** @param {string} key */
  const drawRow = (key) =>
    withPosition(key, (position) => {
      rows.get(key)?.draw(position, board.trails.get(key) ?? [], board.health?.manualClose.enabled === true);
      const under = opened.get(key);
      if (under !== undefined) drawRules(under, position);
    });

  /** @param {string} key @param {(position: PositionView) => void} act */
  const withPosition = (key, act) => {
    const position = board.positions.get(key);
    if (position !== undefined) act(position);
  };

  /** @param {string} key */
  const forget = (key) => {
    nodesOf(key).forEach((node) => node.remove());
    rows.delete(key);
    opened.delete(key);
  };

  /** @param {string} key @returns {HTMLElement[]} */
  const nodesOf = (key) => [rows.get(key)?.row, opened.get(key)].filter((node) => node !== undefined);

  /** @param {string} key */
  const disclose = (key) => {
    const isOpen = opened.has(key);
    opened.get(key)?.remove();
    if (isOpen) opened.delete(key);
    else opened.set(key, rulesRow());
    const row = rows.get(key)?.row;
    if (row !== undefined) setAttribute(part(row, 'disclose'), 'aria-expanded', String(!isOpen));
    place(body, order.slice(0, max).flatMap(nodesOf));
    drawRow(key);
  };

  /** @param {number} shown */
  const drawFrame = (shown) => {
    show(byId('empty'), order.length === 0);
    setText(byId('empty'), board.positions.size === 0 ? 'No open positions.' : 'No position matches the filter.');
    show(more, shown < order.length);
    setText(/** @type {Element} */ (more.firstElementChild), `The ${shown} nearest of ${order.length}.`);
  };

  filter.addEventListener('input', () => arrange('afresh'));
  more.lastElementChild?.addEventListener('click', () => {
    max += ROWS_MORE;
    draw(undefined);
  });
  return { draw };
}

const COLUMNS = '7';

const rulesRow = () =>
  element('tr', { class: 'rules', role: 'row' }, element('td', { role: 'cell', colspan: COLUMNS }, element('ul')));

/** @param {HTMLElement} row @param {PositionView} position */
function drawRules(row, position) {
  const list = /** @type {HTMLElement} */ (row.querySelector('ul'));
  const lines = rulesInWords(position);
  if (list.children.length !== lines.length)
    list.replaceChildren(...lines.map(() => element('li', {}, element('b'), ' ', element('span'))));
  lines.forEach(({ name, says, state }, index) => {
    const line = /** @type {HTMLElement} */ (list.children[index]);
    setAttribute(line, 'data-state', state);
    setText(/** @type {Element} */ (line.firstElementChild), name);
    setText(/** @type {Element} */ (line.lastElementChild), says);
  });
}

/** Puts the nodes in this order, and moves only those that stand elsewhere. @param {HTMLElement} parent @param {HTMLElement[]} nodes */
function place(parent, nodes) {
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
