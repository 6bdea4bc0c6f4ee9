import { element } from './dom.js';

/**
 * Asking the monitor to act. The token goes into one header of one request, and is kept nowhere.
 */

const OPERATOR = 'closeproof.operator';

/** @typedef {{ operator: string, reason: string, token: string }} Asking */

/** @param {HTMLFormElement} form @returns {Asking} */
export function askingOf(form) {
  const {
    operator = '',
    reason = '',
    token = '',
  } = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  return { operator: operator.trim(), reason: reason.trim(), token };
}

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement} */
export const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** The name is remembered on this device; the token is not. @param {HTMLFormElement} form */
export function prepare(form) {
  field(form, 'operator').value ||= localStorage.getItem(OPERATOR) ?? '';
  field(form, 'token').value = '';
}

/** A key that makes a request one request, however often it is sent. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * @param {string} path @param {Record<string, string>} parameters @param {Asking} asking @param {string} key
 * @returns {Promise<{ accepted: boolean, answer: any }>}
 */
export async function post(path, parameters, { operator, reason, token }, key) {
  localStorage.setItem(OPERATOR, operator);
  const query = new URLSearchParams({ ...parameters, reason });
  const headers = { 'X-Exit-Token': token, 'X-Operator': operator, 'Idempotency-Key': key };
  try {
    const response = await fetch(`${path}?${query}`, { method: 'POST', headers });
    return { accepted: response.status === 202, answer: await response.json() };
  } catch {
    return { accepted: false, answer: UNHEARD };
  }
}

const UNHEARD = {
  title: 'The monitor did not answer',
  detail: 'Whether it has heard is not known',
  remedy: 'Look at the closes, or send it again: it is one request, however often it arrives.',
};

/** @param {{ title: string, detail: string, remedy: string, errors?: { field: string, says: string }[] }} problem */
export const problemInWords = ({ title, detail, remedy, errors = [] }) =>
  element(
    'div',
    { class: 'problem' },
    element('b', {}, title),
    ...(detail === title ? [] : [` ${detail}.`]),
    ...errors.map(({ field, says }) => element('p', {}, `${field} ${says}`)),
    element('p', {}, remedy),
  );
