import pc from 'picocolors';
import { EXIT } from '../terminal/exit-codes';
import { stopLossFor, writeDecision } from './decision-file';
import { runCli } from './run-cli';
import { command, title } from './say';
import type { Stage } from './stage';

export async function refuseByName(stage: Stage): Promise<void> {
  title('e. What is not a whole decision is refused by the name of its field');
  const { reduceOnly: _lost, ...withoutReduceOnly } = stopLossFor('XRPUSDT', 'short');
  await refuse(stage, 'without-reduce-only', withoutReduceOnly, /reduceOnly: is missing/);
  await refuse(
    stage,
    'unknown-field',
    { ...stopLossFor('XRPUSDT', 'short'), reduce_only: true },
    /reduce_only: is not a known field/,
  );
  const orders = await stage.paper.executions('XRPUSDT');
  stage.claims.check(
    'nothing was started, and the venue saw no order',
    orders.length === 0,
    `${orders.length} executions`,
  );
}

async function refuse({ stack, claims }: Stage, name: string, decision: object, sentence: RegExp): Promise<void> {
  const args = ['close', '--decision', writeDecision(name, decision)];
  command(args);
  const { exitCode, lines } = await runCli(stack.environment, args);
  console.log(`  ${pc.yellow(lines.join(' '))}`);
  claims.check(
    `refused by name: ${name}`,
    exitCode === EXIT.refused && sentence.test(lines.join(' ')),
    `exit code ${exitCode}`,
  );
}
