import { byId, setAttribute, setText } from './dom.js';

/** Light, dark, or as the system has it; remembered on this device. */

const KEY = 'closeproof.theme';
const THEMES = ['system', 'dark', 'light'];
/** @type {Record<string, string>} */
const SIGNS = { system: '◐', dark: '●', light: '○' };

export function themeButton() {
  const button = byId('theme');
  let theme = localStorage.getItem(KEY) ?? 'system';
  const draw = () => {
    setAttribute(document.documentElement, 'data-theme', theme);
    setText(button, SIGNS[theme] ?? '◐');
    setAttribute(button, 'aria-label', `Theme: ${theme === 'system' ? 'as the system has it' : theme}`);
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    localStorage.setItem(KEY, theme);
    draw();
  });
  draw();
}
