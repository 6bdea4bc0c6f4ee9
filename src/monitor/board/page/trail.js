import { setAttribute } from './dom.js';

/**
 * The last minutes of a position's mark price, as a line.
 * @import { PositionView } from './types'
 */

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 96;
const HEIGHT = 30;
const INSET = 2;

/** @param {HTMLElement} place @returns {(position: PositionView, trail: readonly number[]) => void} */
export function trail(place) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('class', 'trail-line');
  svg.setAttribute('aria-hidden', 'true');
  const [area, line, head] = ['path', 'path', 'circle'].map((name) => document.createElementNS(SVG, name));
  if (!area || !line || !head) throw new Error('unreachable');
  area.setAttribute('class', 'area');
  head.setAttribute('r', '2.2');
  svg.append(area, line, head);
  place.append(svg);

  return (position, prices) => {
    const points = pointsOf(position.markPrice === null ? prices : [...prices, Number(position.markPrice)]);
    const path = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
    const [x, y] = points.at(-1) ?? [0, 0];
    setAttribute(line, 'd', path === '' ? '' : `M${path}`);
    setAttribute(area, 'd', points.length < 2 ? '' : `M${INSET} ${HEIGHT}L${path}L${x.toFixed(1)} ${HEIGHT}Z`);
    setAttribute(head, 'cx', x.toFixed(1));
    setAttribute(head, 'cy', y.toFixed(1));
    setAttribute(svg, 'data-way', (position.profit ?? 0) < 0 ? 'loss' : 'gain');
  };
}

/** @param {readonly number[]} prices @returns {[x: number, y: number][]} */
function pointsOf(prices) {
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const step = (WIDTH - 2 * INSET - 2) / Math.max(prices.length - 1, 1);
  const rise = (HEIGHT - 4 * INSET) / (high - low || 1);
  return prices.map((price, index) => [
    INSET + index * step,
    high === low ? HEIGHT / 2 : HEIGHT - 2 * INSET - (price - low) * rise,
  ]);
}
