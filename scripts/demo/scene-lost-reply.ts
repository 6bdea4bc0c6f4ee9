import { checkClosed } from './check-close';
import { runCli } from './run-cli';
import { command, tell, title } from './say';
import type { Stage } from './stage';

export async function loseReply(stage: Stage): Promise<void> {
  title('c. The venue executes the order, and its reply is lost');
  await stage.paper.breakNext({
    route: 'POST /fapi/v1/order',
    when: 'after',
    kind: 'drop',
    match: { symbol: 'SOLUSDT' },
  });
  tell('the paper exchange will execute the next order in SOLUSDT and cut the line before it answers');
  const args = ['close', 'SOLUSDT', '--reason', 'TRAILING_STOP', '--wait', '--json'];
  command(args);
  await checkClosed(stage, 'SOLUSDT', await runCli(stage.stack.environment, args));
}
