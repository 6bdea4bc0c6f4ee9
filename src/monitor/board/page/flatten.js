import { askingOf, field, newKey, post, prepare, problemInWords } from './ask.js';
import { byId, element, setText } from './dom.js';

/**
 * Flattening the account: at the bottom, behind a disclosure, a typed word and the token.
 * @import { Board } from './types'
 */

const WORD = 'FLATTEN';

/** @param {Board} board */
export function flattenForm(board) {
  const disclosure = /** @type {HTMLDetailsElement} */ (byId('danger'));
  const form = /** @type {HTMLFormElement} */ (byId('flatten'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  const said = /** @type {HTMLElement} */ (form.querySelector('.said'));
  let [key, isSending] = [newKey(), false];

  const arm = () => {
    button.disabled = isSending || field(form, 'confirm').value !== WORD || !form.checkValidity();
    const count = board.positions.size;
    setText(
      byId('flatten-count'),
      count === 0 ? 'every position' : count === 1 ? 'the one position' : `all ${count} positions`,
    );
  };

  /** A new opening is a new request. */
  const reset = () => {
    key = newKey();
    field(form, 'confirm').value = '';
    prepare(form);
    arm();
  };

  disclosure.addEventListener('toggle', reset);
  form.addEventListener('input', arm);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.disabled) void send();
  });

  const send = async () => {
    isSending = true;
    arm();
    const { accepted, answer } = await post('/flatten', { confirm: WORD }, askingOf(form), key);
    isSending = false;
    said.replaceChildren(accepted ? linesInWords(answer) : problemInWords(answer));
    if (accepted) reset();
    else arm();
  };
}

/** @param {{ asked: number, positions: number, lines: { marketId: string, side: string, because: string | null }[] }} receipt */
function linesInWords({ asked, positions, lines }) {
  const left = lines.filter(({ because }) => because !== null);
  return element(
    'div',
    { class: left.length === 0 ? 'receipt' : 'problem' },
    element('b', {}, `${asked} of ${positions} positions are asked to close.`),
    ...left.map(({ marketId, side, because }) => element('p', {}, `${marketId} ${side}: ${because}`)),
  );
}
