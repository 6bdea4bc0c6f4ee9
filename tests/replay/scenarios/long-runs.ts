import { until } from '../../support/rehearsal';
import { closeLong, breakOrder, finished, startHeld } from './moves';
import type { Run, Scenario, Stage } from './scenario';

/** What outlives one history, or one close. */
export const longRuns: readonly Scenario[] = [
  { name: 'continued-as-new', suggestContinueAsNewAt: 20, play: async ({ on }) => (await continued(on)).first },
  { name: 'continued', suggestContinueAsNewAt: 20, play: async ({ on }) => (await continued(on)).second },
  { name: 'ghost-watched', play: ({ on }) => ghost(on) },
  { name: 'ghost-found', play: ({ on }) => ghostFound(on) },
];

type On = Stage['on'];

/** Held for long enough that it goes on in a second history, in which it ends flat. */
async function continued(on: On): Promise<{ first: Run; second: Run }> {
  const first = await startHeld(on);
  const { workflow } = on.client.client;
  const handle = workflow.getHandle(first.workflowId);
  const runId = await until('it goes on in another run', async () => {
    // A release that says nothing wakes nobody and is refused; a manual close wakes.
    await handle.signal('manualClose', {});
    const now = (await handle.describe()).runId;
    return now !== first.runId && now;
  });
  await on.paper.mend();
  await handle.signal('manualClose', {});
  return { first, second: await finished(on, { workflowId: first.workflowId, runId }) };
}

/** The child that looks again for an order judged absent: its first look, in vain, and the wait for the next. */
async function ghost(on: On): Promise<Run> {
  await breakOrder(on, { when: 'before', kind: 'drop' });
  const close = await closeLong(on);
  const { events } = await on.client.client.workflow.getHandle(close.workflowId, close.runId).fetchHistory();
  const started = events?.find((event) => event.childWorkflowExecutionStartedEventAttributes);
  const { workflowId, runId } = started!.childWorkflowExecutionStartedEventAttributes!.workflowExecution!;
  const run = { workflowId: workflowId!, runId: runId! };
  await until('it looked once', async () => timersStarted(on, run).then((timers) => timers >= 2), 90_000);
  return run;
}

async function timersStarted(on: On, { workflowId, runId }: Run): Promise<number> {
  const { events } = await on.client.client.workflow.getHandle(workflowId, runId).fetchHistory();
  return (events ?? []).filter((event) => event.timerStartedEventAttributes).length;
}

/** The same child, asked for an order that has executed. */
async function ghostFound(on: On): Promise<Run> {
  await closeLong(on);
  const [execution] = await on.paper.executions('BTCUSDT');
  const { clientOrderId } = execution!;
  const handle = await on.client.client.workflow.start('GhostWatchWorkflow', {
    workflowId: `ghost:${clientOrderId}`,
    taskQueue: 'close-main',
    args: [{ symbol: 'BTC/USDT:USDT', clientOrderId }, {}],
  });
  return finished(on, { workflowId: handle.workflowId, runId: handle.firstExecutionRunId });
}
