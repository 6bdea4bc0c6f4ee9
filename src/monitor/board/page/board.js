import { announceCloses } from './announce.js';
import { emptyBoard, applyChange, applyWhole } from './state.js';
import { drawCloses, tickCloses } from './closes.js';
import { drawField } from './field.js';
import { flattenForm } from './flatten.js';
import { watchFlatten } from './flattening.js';
import { drawFeeds, drawTotals, tickPulse } from './health.js';
import { manualCloseDialog } from './manual-close.js';
import { positionsTable } from './positions.js';
import { proofChainDialog } from './proof-chain.js';
import { listen } from './stream.js';
import { themeButton } from './theme.js';

const SECOND_MS = 1_000;
const TENTH_MS = 100;

const board = emptyBoard();
const askToClose = manualCloseDialog(board);
const showChain = proofChainDialog();
const positions = positionsTable(board, askToClose);
themeButton();
flattenForm(board, watchFlatten());

/** @param {Set<string> | undefined} changed keys of the positions to draw; all where it is undefined */
function draw(changed) {
  drawFeeds(board);
  drawTotals(board);
  positions.draw(changed);
  drawField(board, changed);
  drawCloses(board, showChain);
}

listen({
  whole(state) {
    applyWhole(board, state);
    draw(undefined);
  },
  change(change) {
    announceCloses(board, change.closes);
    draw(applyChange(board, change));
  },
});

setInterval(() => tickPulse(board), SECOND_MS);
setInterval(() => tickCloses(board), TENTH_MS);
