import { element, setAttribute, setText } from './dom.js';

/**
 * The four steps of a round, lighting up.
 * @import { CloseView, StepName, StepState } from './types'
 */

/** @type {[StepName, string][]} */
const STEPS = [
  ['validate', 'Validate'],
  ['marginBypass', 'Margin'],
  ['placeOrder', 'Order'],
  ['awaitTerminalFilled', 'Filled'],
];

/** @type {Record<StepState, string>} */
const SIGNS = { idle: '', running: '', done: '✓', failed: '✕' };

/** @param {HTMLElement} list @param {CloseView['steps']} steps */
export function drawSteps(list, steps) {
  STEPS.forEach(([name, label], index) => {
    const step = list.children[index] ?? list.appendChild(makeStep(label));
    const [light, , state] = step.children;
    if (!light || !state) throw new Error('unreachable');
    setAttribute(step, 'data-state', steps[name]);
    setText(light, SIGNS[steps[name]]);
    setText(state, ` ${steps[name]}`);
  });
}

/** @param {string} label */
const makeStep = (label) =>
  element(
    'li',
    {},
    element('span', { class: 'light', 'aria-hidden': 'true' }),
    element('span', {}, label),
    element('span', { class: 'hidden' }),
  );
