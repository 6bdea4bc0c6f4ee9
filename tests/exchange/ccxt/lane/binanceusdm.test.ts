import { execFileSync } from 'node:child_process';
import { binanceusdm as whole } from 'ccxt';
import { binanceusdm } from '../../../../src/exchange/ccxt/lane/binanceusdm';
import { root } from '../../../support/source-files';

// A process of its own: here the whole of ccxt is loaded, for comparison.
const program = `
  require('tsx/cjs');
  require('./src/exchange/ccxt/lane/binanceusdm.ts');
  const venues = Object.keys(require.cache).map((file) => /cjs[/]src[/](\\w+)[.]js$/.exec(file)?.[1]);
  console.log(JSON.stringify(venues.filter((venue) => venue !== undefined).sort()));
`;

test('of ccxt’s venues only Binance is loaded, and its client is ccxt’s own', () => {
  const venues: unknown = JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' }));
  expect(venues).toEqual(['binance', 'binanceusdm']);
  expect(binanceusdm).toBe(whole);
});
