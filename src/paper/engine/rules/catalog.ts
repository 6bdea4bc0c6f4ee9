/**
 * USDT perpetuals with plausible prices and filters. Sources: Binance's public exchangeInfo, by kind of market; prices are round.
 * Columns: market id, price, tick, lot step, largest LIMIT lot, largest MARKET lot, least notional (USDT).
 * 1000XECUSDT has a step that is no power of ten on purpose: a client that counts decimals instead of steps fails here.
 */
const ROWS = `
BTCUSDT       60000     0.10      0.001  1000       120       100
ETHUSDT       3000      0.01      0.001  10000      2000      20
BNBUSDT       600       0.010     0.01   100000     2000      5
SOLUSDT       150       0.0100    0.01   1000000    5000      5
XRPUSDT       0.6       0.0001    0.1    10000000   2000000   5
DOGEUSDT      0.15      0.000010  1      50000000   30000000  5
ADAUSDT       0.45      0.00010   1      2000000    300000    5
AVAXUSDT      35        0.0010    1      100000     5000      5
LINKUSDT      15        0.001     0.01   2000000    20000     20
DOTUSDT       7         0.001     0.1    1000000    50000     5
MATICUSDT     0.7       0.00010   1      5000000    250000    5
LTCUSDT       80        0.01      0.001  10000      1000      20
TRXUSDT       0.12      0.00001   1      10000000   5000000   5
BCHUSDT       400       0.01      0.001  10000      850       20
UNIUSDT       8         0.0010    1      600000     15000     5
ATOMUSDT      9         0.001     0.01   2000000    20000     5
ETCUSDT       26        0.001     0.01   1000000    20000     20
FILUSDT       6         0.001     0.1    1000000    20000     5
APTUSDT       9         0.00100   0.1    1000000    50000     5
ARBUSDT       1.1       0.000100  0.1    10000000   500000    5
OPUSDT        2.5       0.0001000 0.1    1000000    200000    5
NEARUSDT      6.5       0.0010    1      500000     15000     5
INJUSDT       27        0.001000  0.1    100000     20000     5
SUIUSDT       1.1       0.000100  0.1    5000000    500000    5
SEIUSDT       0.5       0.0001000 1      2000000    1000000   5
TIAUSDT       10        0.0001000 1      500000     30000     5
1000PEPEUSDT  0.012     0.0000001 1      500000000  30000000  5
1000SHIBUSDT  0.025     0.000001  1      80000000   20000000  5
1000FLOKIUSDT 0.18      0.00001   1      10000000   3000000   5
1000BONKUSDT  0.03      0.0000010 1      150000000  20000000  5
1000XECUSDT   0.04      0.00001   5      50000000   10000000  5
WIFUSDT       2.8       0.0001000 0.1    2000000    200000    5
ORDIUSDT      45        0.001000  0.1    100000     10000     5
WLDUSDT       5         0.0001000 1      500000     50000     5
RNDRUSDT      9         0.0001000 0.1    2000000    50000     5
FETUSDT       2.2       0.0001    1      1500000    100000    5
GALAUSDT      0.045     0.00001   1      12500000   4000000   5
SANDUSDT      0.45      0.00010   1      3000000    300000    5
MANAUSDT      0.45      0.0001    1      3000000    300000    5
AXSUSDT       7.5       0.00100   1      200000     15000     5
APEUSDT       1.3       0.0001    1      1000000    100000    5
CRVUSDT       0.5       0.001     0.1    10000000   500000    5
AAVEUSDT      90        0.010     0.1    100000     2000      5
MKRUSDT       2800      0.10      0.001  10000      100       5
COMPUSDT      55        0.01      0.001  10000      1500      5
SNXUSDT       3         0.001     0.1    1000000    50000     5
LDOUSDT       2.1       0.000100  1      1000000    100000    5
DYDXUSDT      2.2       0.001     0.1    1000000    100000    5
GMXUSDT       30        0.01      0.01   100000     5000      5
STXUSDT       2.1       0.0001000 1      1000000    100000    5
KASUSDT       0.15      0.0000100 1      10000000   1000000   5
ICPUSDT       12        0.001     1      100000     10000     5
VETUSDT       0.035     0.000010  1      50000000   5000000   5
ALGOUSDT      0.18      0.0001    0.1    10000000   1000000   5
XLMUSDT       0.11      0.00001   1      10000000   1000000   5
HBARUSDT      0.1       0.00001   1      10000000   1000000   5
EGLDUSDT      40        0.010     0.1    100000     5000      5
RUNEUSDT      5.5       0.0010    1      500000     50000     5
IMXUSDT       2.1       0.000100  1      1000000    100000    5
JUPUSDT       1.1       0.0001000 1      2000000    200000    5
`;

export interface CatalogRow {
  readonly symbol: string;
  readonly price: string;
  readonly tick: string;
  readonly step: string;
  readonly lotMax: string;
  readonly marketLotMax: string;
  readonly notionalMin: string;
}

const parseRow = (line: string): CatalogRow => {
  const [symbol, price, tick, step, lotMax, marketLotMax, notionalMin] = line.split(/\s+/) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { symbol, price, tick, step, lotMax, marketLotMax, notionalMin };
};

export const CATALOG: readonly CatalogRow[] = ROWS.trim().split('\n').map(parseRow);
