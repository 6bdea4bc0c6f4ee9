import { checkClosed } from './check-close';
import { runCli } from './run-cli';
import { command, title } from './say';
import type { Stage } from './stage';

export async function closeByHand(stage: Stage): Promise<void> {
  title('b. An operator closes by hand, with a signal');
  const args = [
    'manual-close',
    'ETHUSDT',
    '--operator',
    'alice',
    '--reason',
    'maintenance at noon',
    '--wait',
    '--json',
  ];
  command(args);
  await checkClosed(stage, 'ETHUSDT', await runCli(stage.stack.environment, args));
}
