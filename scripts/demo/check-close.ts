import { closeAnswer } from './run-cli';
import type { CliAnswer } from './run-cli';
import type { Stage } from './stage';

/** A close is good when it says closed and the venue's own log shows one execution, for the whole position, to zero. */
export async function checkClosed(stage: Stage, market: string, answer: CliAnswer): Promise<void> {
  const { receipt, ...waited } = closeAnswer(answer);
  stage.closes.push(receipt.workflowId);
  const outcome = waited.kind === 'finished' ? waited.result.outcome : waited.kind;
  stage.claims.check(`the close of ${market} finished closed`, outcome === 'closed', outcome);
  await checkOneExecution(stage, market);
}

async function checkOneExecution({ claims, paper }: Stage, market: string): Promise<void> {
  const executions = await paper.executions(market);
  const [execution] = executions;
  const whole = executions.length === 1 && Number(execution?.positionAfter) === 0;
  const found = executions.map(({ quantity, positionAfter }) => `${quantity} leaving ${positionAfter}`).join(', ');
  claims.check(`the venue executed exactly one order, and ${market} is flat`, whole, found || 'no execution');
}
