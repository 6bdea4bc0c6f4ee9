import { checkClosed } from './check-close';
import { runCli } from './run-cli';
import { command, tell, title } from './say';
import type { Stage } from './stage';

export async function killWorker(stage: Stage): Promise<void> {
  title('d. The worker is killed between the venue’s execution and the recorded result');
  await stage.paper.breakNext({
    route: 'POST /fapi/v1/order',
    when: 'after',
    kind: 'stall',
    match: { symbol: 'AVAXUSDT' },
  });
  const args = ['close', 'AVAXUSDT', '--side', 'short', '--reason', 'LIQUIDATION_RISK', '--wait', '--json'];
  command(args);
  const answer = runCli(stage.stack.environment, args);
  await untilExecuted(stage, 'AVAXUSDT');
  tell(`the venue has executed; worker ${stage.worker.pid} has heard nothing: SIGKILL`);
  await stage.worker.kill();
  stage.worker = await stage.stack.startWorker();
  tell(`worker ${stage.worker.pid} takes over from the history`);
  await checkClosed(stage, 'AVAXUSDT', await answer);
}

const WITHIN_MS = 30_000;

async function untilExecuted({ paper }: Stage, market: string): Promise<void> {
  const untilMs = Date.now() + WITHIN_MS;
  while ((await paper.executions(market)).length === 0) {
    if (Date.now() > untilMs) throw new Error(`no order reached the venue for ${market} within ${WITHIN_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
