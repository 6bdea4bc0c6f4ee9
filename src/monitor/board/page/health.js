import { byId, element, part, setAttribute, setText, show } from './dom.js';
import { nearestRule } from './exits.js';
import { ago, lasting, percent, plain, signed } from './words.js';

/**
 * What the monitor hears, and whether we hear the monitor.
 * @import { Board, HealthView } from './types'
 */

/** Two frames a second: this long without one is silence, ms. */
const SILENT_AFTER_MS = 3_000;

/** @type {Record<string, 'good' | 'fair' | 'bad'>} */
const FEED_STATES = { live: 'good', starting: 'fair', fallback: 'fair', stale: 'bad', down: 'bad' };
const SHAPES = { good: '●', fair: '▲', bad: '■' };

/** @typedef {{ name: string, state: 'good' | 'fair' | 'bad', says: string, share?: number }} Light */

/** @param {Board} board */
export function drawFeeds({ health }) {
  if (health === undefined) return;
  const list = byId('feeds');
  lightsOf(health).forEach((light, index) => drawLight(list.children[index] ?? list.appendChild(makeLight()), light));
  drawWarnings(health.warnings);
  show(byId('venue'), true);
  setText(byId('venue'), `${health.account} on ${health.venue}`);
  setAttribute(byId('venue'), 'data-money', health.venue === 'binanceusdm' ? 'real' : 'play');
  setText(
    byId('about'),
    `closeproof ${health.version}, up ${lasting(Math.floor(health.uptimeMs / 60_000) * 60_000)}, rules of ${health.rules.file ?? 'the defaults'}.`,
  );
}

/** @param {HealthView} health @returns {Light[]} */
const lightsOf = ({ feeds, temporal, exchange, triggers, deadMan }) => [
  { name: 'Venue', state: exchange.reachable ? 'good' : 'bad', ...weightOf(exchange) },
  {
    name: 'Temporal',
    state: temporal.reachable ? 'good' : 'bad',
    says: temporal.reachable ? 'reachable' : (temporal.detail ?? 'away'),
  },
  ...feeds.map(({ name, state, ageMs, detail }) => ({
    name: plain(name),
    state: FEED_STATES[state] ?? 'bad',
    says:
      state === 'live'
        ? ageMs === null
          ? 'live'
          : `${lasting(ageMs)} ago`
        : [state, detail].filter(Boolean).join(': '),
  })),
  switchLight(deadMan),
  { name: 'exits', state: triggers.waiting === 0 ? 'good' : 'bad', says: triggersInWords(triggers) },
];

/** The dead man's switch. @param {HealthView['deadMan']} deadMan @returns {Light} */
function switchLight({ mode, state, says, trouble, warning }) {
  const name = 'Dead man’s switch';
  if (mode === 'off') return { name, state: 'fair', says: 'off' };
  if (trouble !== null) return { name, state: 'bad', says: `no heartbeat: ${trouble}` };
  const isAmiss = state === 'silent' || state === 'flattening';
  const isWell = state === 'watching' && warning === null;
  return { name, state: isAmiss ? 'bad' : isWell ? 'good' : 'fair', says: [says, warning].filter(Boolean).join('; ') };
}

/** @param {HealthView['exchange']} exchange */
function weightOf({ reachable, weightUsed1m, weightLimit1m, detail }) {
  if (!reachable) return { says: detail ?? 'unreachable' };
  if (weightUsed1m === null || weightLimit1m === null) return { says: 'reachable' };
  const share = weightUsed1m / weightLimit1m;
  return { says: `${Math.round(share * 100)} % of weight`, share };
}

/** @param {HealthView['triggers']} triggers */
const triggersInWords = ({ started, joined, waiting, oldestWaitingMs }) =>
  waiting > 0 ? `${waiting} waiting for ${lasting(oldestWaitingMs ?? 0)}` : `${started} started, ${joined} joined`;

const makeLight = () =>
  element(
    'li',
    {},
    element('span', { class: 'shape', 'data-part': 'shape', 'aria-hidden': 'true' }),
    element('b', { 'data-part': 'name' }),
    ' ',
    element('span', { 'data-part': 'says' }),
    element('span', { class: 'hidden', 'data-part': 'state' }),
  );

const STATE_WORDS = { good: '', fair: ', with something amiss', bad: ', in trouble' };

/** @param {Element} node @param {Light} light */
function drawLight(node, { name, state, says }) {
  setAttribute(node, 'data-state', state);
  setText(part(node, 'shape'), SHAPES[state]);
  setText(part(node, 'name'), name);
  setText(part(node, 'says'), says);
  setText(part(node, 'state'), STATE_WORDS[state]);
}

/** @param {string[]} warnings */
function drawWarnings(warnings) {
  const list = byId('warnings');
  show(list, warnings.length > 0);
  if (list.dataset['text'] === warnings.join('\n')) return;
  list.dataset['text'] = warnings.join('\n');
  list.replaceChildren(...warnings.map((warning) => element('li', {}, `⚠ ${warning}`)));
}

/** @param {Board} board */
export function drawTotals({ positions, closes }) {
  const all = [...positions.values()];
  const known = all.filter(({ profit }) => profit !== null);
  const profit = known.reduce((sum, one) => sum + (one.profit ?? 0), 0);
  const nearest = Math.min(...all.map((position) => nearestRule(position)?.distancePercent ?? Infinity));
  setText(byId('total-positions'), String(all.length));
  setText(byId('total-profit'), known.length === 0 ? '–' : signed(profit, 0));
  setAttribute(byId('total-profit'), 'data-way', profit < 0 ? 'loss' : 'gain');
  setText(byId('total-nearest'), Number.isFinite(nearest) ? percent(nearest) : '–');
  setText(byId('total-closing'), String([...closes.values()].filter(({ running }) => running).length));
}

const STATUS_WORDS = {
  ok: 'Watching',
  degraded: 'Watching, with something amiss',
  blind: 'Blind: no position is judged now',
};

/** Says so when nothing comes any more: a still picture must not pass for a quiet market. @param {Board} board */
export function tickPulse({ health, heardAtMs }) {
  const pulse = byId('pulse');
  const silentMs = Date.now() - heardAtMs;
  const isSilent = health === undefined || silentMs > SILENT_AFTER_MS;
  document.documentElement.toggleAttribute('data-silent', isSilent);
  setAttribute(pulse, 'data-state', isSilent ? 'silent' : health.status);
  if (!isSilent) return setText(pulse, STATUS_WORDS[health.status]);
  setText(
    pulse,
    health === undefined ? 'Connecting…' : `Not live: last heard ${ago(silentMs).replace('now', 'just now')}`,
  );
}
