import type { CheckVerdict } from '../../checks/check';
import { html } from './html';
import type { Html } from './html';

export const classOf = (verdict: CheckVerdict): string => verdict.split(' ')[0] ?? '';

export const pill = (verdict: CheckVerdict): Html => html`<span class="pill ${classOf(verdict)}">${verdict}</span>`;

const PATHS: Readonly<Record<CheckVerdict, string>> = {
  PASS: 'M4 10.5l4 4 8-9',
  FAIL: 'M5 5l10 10M15 5L5 15',
  'CANNOT TELL': 'M7 7.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2M10 15.4v.1',
};

/** Seen also by those who see no colours. */
export const sign = (verdict: CheckVerdict): Html =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${PATHS[verdict]}" /></svg>`;
