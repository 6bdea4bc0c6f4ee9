import type { Command } from 'commander';
import { startPaperExchange } from '../../src/paper';
import { untilStopped } from '../terminal/until-stopped';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';
import { UserMistake } from '../terminal/user-mistake';

interface PaperOptions {
  port: string;
  host: string;
  seed: string;
}

export const addPaperCommand = (program: Command): Command =>
  program
    .command('paper')
    .summary('run the paper exchange: a local Binance USD-M futures venue')
    .option('--port <port>', 'port; 0 takes a free one', '8100')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'the same seed gives the same market', '1')
    .addHelpText('after', '\nExample:\n  closeproof paper --port 8100\n  curl -s localhost:8100/paper/state')
    .action((options: PaperOptions) => runAction(() => runPaper(options)));

async function runPaper({ port, host, seed }: PaperOptions) {
  const paper = await startPaperExchange({ port: whole('--port', port), host, seed: whole('--seed', seed) });
  process.stdout.write(welcome(paper.url));
  await untilStopped();
  await paper.stop();
  return EXIT.done;
}

const welcome = (url: string): string => `paper exchange on ${url}, keys paper-key / paper-secret
  look      ${url}/paper/
  put on    curl -s -X POST ${url}/paper/positions -d '[{"symbol":"BTCUSDT","side":"LONG","quantity":"1"}]'
  break     curl -s -X POST ${url}/paper/faults -d '{"route":"POST /fapi/v1/order","when":"after","kind":"drop"}'
  judge     curl -s '${url}/paper/audit?kind=execution'
`;

function whole(option: string, typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new UserMistake(`${option} takes a whole number, not ${typed}`);
}
