import { checkClosed } from './check-close';
import { stopLossFor, writeDecision } from './decision-file';
import { runCli } from './run-cli';
import { command, title } from './say';
import type { Stage } from './stage';

export async function closeFromFile(stage: Stage): Promise<void> {
  title('a. An exit decision in a file becomes one close');
  const path = writeDecision('stop-loss', stopLossFor('BTC/USDT:USDT', 'long'));
  const args = ['close', '--decision', path, '--wait', '--json'];
  command(args);
  await checkClosed(stage, 'BTCUSDT', await runCli(stage.stack.environment, args));
}
