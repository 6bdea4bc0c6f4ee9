import type { PaperPosition } from './paper-admin';

// As many as the old system watched. Quantities are in each market's steps; entry prices are the paper exchange's own.
const HELD = `
  BTCUSDT L 1        ETHUSDT S 12       SOLUSDT L 150      BNBUSDT L 20       XRPUSDT S 9000
  DOGEUSDT L 40000   ADAUSDT L 15000    AVAXUSDT S 300     LINKUSDT L 500     DOTUSDT L 1200
  LTCUSDT L 60       BCHUSDT S 12       UNIUSDT L 700      ATOMUSDT L 900     ETCUSDT S 250
  FILUSDT L 1500     APTUSDT L 800      ARBUSDT S 9000     OPUSDT L 4000      NEARUSDT L 1500
  INJUSDT L 300      SUIUSDT L 3000     SEIUSDT S 12000    TIAUSDT L 900      AAVEUSDT L 40
  1000PEPEUSDT L 90000  1000SHIBUSDT S 60000  1000BONKUSDT L 80000  WIFUSDT L 900   ORDIUSDT S 60
  WLDUSDT L 700      FETUSDT L 1500     GALAUSDT S 40000   SANDUSDT L 6000    MANAUSDT L 6000
  AXSUSDT S 300      CRVUSDT L 9000     MKRUSDT L 2        LDOUSDT L 1500     DYDXUSDT S 1500
  ICPUSDT L 250      VETUSDT L 50000    ALGOUSDT S 12000   XLMUSDT L 20000    RUNEUSDT L 500
`
  .trim()
  .split(/\s{2,}|\n\s*/);

const toPosition = (text: string): PaperPosition => {
  const [symbol = '', side, quantity = ''] = text.split(/\s+/);
  return { symbol, side: side === 'L' ? 'LONG' : 'SHORT', quantity };
};

/** The positions a rehearsal starts with. */
export const demoPositions: readonly PaperPosition[] = HELD.map(toPosition);
