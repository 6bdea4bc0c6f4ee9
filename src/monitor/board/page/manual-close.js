import { askingOf, field, newKey, post, prepare, problemInWords } from './ask.js';
import { byId, element, part, setLink, setText } from './dom.js';
import { positionKey } from './state.js';
import { price, sideWord, signed } from './words.js';

/**
 * Closing one position by hand: what it is about, who asks, why, and the token.
 * @import { Board, PositionView } from './types'
 */

const MOMENT_MS = 1_600;

/** @param {Board} board @returns {(position: PositionView) => void} opens the dialog */
export function manualCloseDialog(board) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('manual-close'));
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
  const [act, said] = [
    /** @type {HTMLButtonElement} */ (part(dialog, 'act')),
    /** @type {HTMLElement} */ (dialog.querySelector('.said')),
  ];
  /** @type {PositionView | undefined} */
  let position;
  let key = '';

  part(dialog, 'cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  dialog.addEventListener('close', () => prepare(form));

  const send = async () => {
    if (position === undefined || act.disabled) return;
    act.disabled = true;
    const { marketId, side } = position;
    const { accepted, answer } = await post(`/manual-close/${marketId}`, { force: 'true', side }, askingOf(form), key);
    act.disabled = false;
    said.replaceChildren(accepted ? receiptInWords(answer) : problemInWords(answer));
    // Taken away at once, the receipt would be read by nobody.
    if (accepted) setTimeout(() => dialog.close(), MOMENT_MS);
  };

  return (asked) => {
    position = board.positions.get(positionKey(asked)) ?? asked;
    key = newKey();
    prepare(form);
    said.replaceChildren();
    drawFacts(dialog, position);
    dialog.showModal();
    const first = ['operator', 'reason', 'token'].map((name) => field(form, name)).find(({ value }) => value === '');
    first?.focus();
  };
}

/** @param {HTMLElement} dialog @param {PositionView} position */
function drawFacts(dialog, { marketId, side, quantity, markPrice, profit }) {
  setText(byId('manual-close-title'), `Close ${marketId} ${side}?`);
  const facts = [
    ['Position', `${sideWord(side)} ${price(quantity)}`],
    ['Mark price', markPrice === null ? 'not known' : price(markPrice)],
    ['Profit', profit === null ? 'not known' : signed(profit)],
  ];
  const list = /** @type {HTMLElement} */ (dialog.querySelector('.facts'));
  list.replaceChildren(
    ...facts.map(([name = '', value = '']) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

/** @param {{ kind: string, uiLink: string }} receipt */
function receiptInWords({ kind, uiLink }) {
  const link = element('a', { target: '_blank', rel: 'noreferrer' }, 'Temporal ↗');
  setLink(link, uiLink);
  const words = kind === 'started' ? 'The close has started.' : 'The close was running, and has been woken.';
  return element('p', { class: 'receipt' }, `✓ ${words} `, link);
}
