/**
 * @import { Board, BoardChange, CloseView, PositionView, WholeBoard } from './types'
 */

const SAMPLES_MAX = 60;

/** @returns {Board} */
export const emptyBoard = () => ({
  health: undefined,
  heardAtMs: 0,
  clockSkewMs: 0,
  positions: new Map(),
  trails: new Map(),
  closes: new Map(),
});

/** @param {PositionView} position */
export const positionKey = ({ account, marketId, side }) => `${account}/${marketId}/${side}`;

/** @param {CloseView} close */
export const closeKey = ({ workflowId, runId }) => `${workflowId}/${runId}`;

/** @param {Board} board @param {WholeBoard} state */
export function applyWhole(board, state) {
  hear(board, state);
  board.positions = new Map(state.positions.map((position) => [positionKey(position), position]));
  board.closes = new Map(state.closes.map((close) => [closeKey(close), close]));
  board.trails = new Map(Object.entries(state.trails));
}

/** Returns the keys of the positions that are not as they were. @param {Board} board @param {BoardChange} change */
export function applyChange(board, change) {
  hear(board, change);
  for (const position of change.positions) board.positions.set(positionKey(position), position);
  for (const key of change.positionsGone) board.positions.delete(key);
  for (const close of change.closes) board.closes.set(closeKey(close), close);
  for (const key of change.closesGone) board.closes.delete(key);
  if (change.sampled) sample(board);
  const changed = change.sampled ? [...board.positions.keys()] : change.positions.map(positionKey);
  return new Set([...changed, ...change.positionsGone]);
}

/** @param {Board} board @param {Pick<BoardChange, 'at' | 'health'>} heard */
function hear(board, { at, health }) {
  board.health = health;
  board.heardAtMs = Date.now();
  board.clockSkewMs = Date.parse(at) - board.heardAtMs;
}

/** The service has kept a price of each position at this moment; so do we. @param {Board} board */
function sample({ positions, trails }) {
  for (const key of trails.keys()) if (!positions.has(key)) trails.delete(key);
  for (const [key, { markPrice }] of positions)
    if (markPrice !== null) trails.set(key, [...(trails.get(key) ?? []), Number(markPrice)].slice(-SAMPLES_MAX));
}
