import { askingOf, field, newKey, post, prepare, problemInWords } from './ask.js';
import { byId, element, setLink, setText } from './dom.js';

/**
 * Flattening the account: at the bottom, behind a disclosure, the account's name typed, and the token.
 * @import { Board } from './types'
 */

/** @param {Board} board @param {() => void} onAccepted */
export function flattenForm(board, onAccepted) {
  const disclosure = /** @type {HTMLDetailsElement} */ (byId('danger'));
  const form = /** @type {HTMLFormElement} */ (byId('flatten'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  const said = /** @type {HTMLElement} */ (form.querySelector('.said'));
  let [key, isSending] = [newKey(), false];

  const arm = () => {
    const account = board.health?.account;
    button.disabled = isSending || field(form, 'confirm').value !== account || !form.checkValidity();
    if (account !== undefined) setText(byId('flatten-account'), account);
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
    const { accepted, answer } = await post('/flatten', { confirm: field(form, 'confirm').value }, askingOf(form), key);
    isSending = false;
    said.replaceChildren(accepted ? receiptInWords(answer) : problemInWords(answer));
    if (!accepted) return arm();
    reset();
    onAccepted();
  };
}

/** @param {{ kind: string, uiLink: string }} receipt */
function receiptInWords({ kind, uiLink }) {
  const link = element('a', { target: '_blank', rel: 'noreferrer' }, 'Temporal ↗');
  setLink(link, uiLink);
  const words = kind === 'started' ? 'The flatten has started.' : 'The flatten was running, and has been joined.';
  return element('p', { class: 'receipt' }, `✓ ${words} `, link);
}
