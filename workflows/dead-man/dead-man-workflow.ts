import { allHandlersFinished, CancellationScope, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { newSwitch } from '../../src/domain/dead-man/dead-man';
import type { DeadManState } from '../../src/domain/dead-man/dead-man';
import type { DeadManStart } from '../../src/domain/dead-man/dead-man-messages';
import { nextLookMs } from '../../src/domain/dead-man/dead-man-silence';
import { accountOfDeadMan } from '../../src/domain/names';
import { DeadManActs } from './dead-man-acts';
import { answerDeadManMessages, DeadManDesk, disarmOnCancel } from './dead-man-desk';

/** A heartbeat is four events: history goes on afresh about every hour, and long before Temporal asks for it. */
const EVENTS_MAX = 1_000;

/**
 * The dead man's switch of one account: it does nothing while a monitor's heartbeats come, and acts when they stop. It never
 * ends by itself, so that an operator's word outlives every monitor.
 */
export function DeadManWorkflow(start: DeadManStart = {}, carried?: DeadManState): Promise<never> {
  const account = accountOfDeadMan(workflowInfo().workflowId);
  const desk = new DeadManDesk(carried ?? newSwitch(account, Date.now()));
  answerDeadManMessages(desk);
  disarmOnCancel(desk);
  return CancellationScope.nonCancellable(() => watch(start, desk));
}

async function watch(start: DeadManStart, desk: DeadManDesk): Promise<never> {
  const acts = new DeadManActs(desk.state.account);
  const isLong = () => historyIsLong(start) && acts.areDone();
  for (;;) {
    desk.look();
    acts.begin(desk.acts.splice(0));
    if (isLong()) await goOnAfresh(start, desk);
    // A heartbeat does not wake it: a timer that is set anew for each would double what each costs.
    await waitFor(() => desk.acts.length > 0 || isLong(), nextLookMs(desk.state));
  }
}

/** Whoever has reached the server by now is heard before: a history with unheard messages is not left by Temporal either. */
async function goOnAfresh(start: DeadManStart, desk: DeadManDesk): Promise<void> {
  await condition(allHandlersFinished);
  await continueAsNew<typeof DeadManWorkflow>(start, desk.state);
}

async function waitFor(fact: () => boolean, untilMs: number | null): Promise<void> {
  if (untilMs === null) await condition(fact);
  else await condition(fact, Math.max(untilMs - Date.now(), 1));
}

function historyIsLong({ eventsMax = EVENTS_MAX }: DeadManStart): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= eventsMax;
}
