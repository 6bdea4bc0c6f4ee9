import { defineQuery, defineSignal, log, setHandler } from '@temporalio/workflow';
import type { StopRequest } from '../src/domain/close-effects';
import type { CloseProgress } from '../src/domain/close-progress';
import type { CloseResult } from '../src/domain/close-result';
import type { ExitDecision } from '../src/domain/exit-decision';
import { QUERIES, SIGNALS } from '../src/domain/messages';
import type { CloseStatus, ManualClose, RefusedMessage, Release } from '../src/domain/messages';
import { closeWorkflowId } from '../src/domain/names';
import type { CloseTarget } from '../src/domain/names';
import { parseExitDecision } from '../src/domain/parse-exit-decision';

export const exitRequestedSignal = defineSignal<[unknown]>(SIGNALS.exitRequested);
export const manualCloseSignal = defineSignal<[Partial<ManualClose>]>(SIGNALS.manualClose);
export const releaseSignal = defineSignal<[Partial<Release>]>(SIGNALS.release);
export const closeStatusQuery = defineQuery<CloseStatus>(QUERIES.closeStatus);

/** What a close that outgrew its history hands to the next run. */
export interface Resumed extends Pick<Desk, 'asked' | 'stop' | 'refusedMessages'> {
  progress: CloseProgress;
}

/** Where everyone who has to do with a close is heard: who asked, who wants it stopped, what it says of itself. */
export class Desk {
  asked: ExitDecision[] = [];
  stop: StopRequest | null = null;
  refusedMessages: RefusedMessage[] = [];
  target: CloseTarget | null = null;
  progress: CloseProgress | null = null;
  result: CloseResult | null = null;
  /** Somebody wants the close to look now. */
  woken = false;
  /** What the search attribute CloseState last said. */
  shownHeld = false;

  /** The decision that started the close is the first that asked, whatever a signal brought before it. */
  welcome(decision: ExitDecision, target: CloseTarget): void {
    this.target = target;
    this.asked = [decision, ...this.asked.filter((other) => other.decisionId !== decision.decisionId)].filter((one) =>
      this.isOurs(one, 'start'),
    );
  }

  join(signal: string, candidate: unknown): void {
    const parsed = parseExitDecision(candidate);
    if (!parsed.ok) return this.refuse(signal, parsed.sentence);
    const { decision } = parsed;
    if (this.asked.some((one) => one.decisionId === decision.decisionId)) return;
    // Once a close has begun, expiry no longer stops it: a stale decision must not widen it either.
    if (Date.parse(decision.expiresAt) <= Date.now())
      return this.refuse(signal, `decision ${decision.decisionId} expired at ${decision.expiresAt}`);
    if (this.isOurs(decision, signal)) this.asked.push(decision);
  }

  requestStop(request: StopRequest): void {
    this.stop ??= request;
    this.woken = true;
  }

  refuse(signal: string, because: string): void {
    this.refusedMessages.push({ signal, because });
    log.warn('MESSAGE REFUSED', { signal, because });
  }

  status(): CloseStatus {
    const { target, asked, progress, stop, refusedMessages, result } = this;
    return { target, asked, progress, stop, refusedMessages, result };
  }

  /** A signal can come in before the start's own arguments are read: then there is no target to hold it against yet. */
  private isOurs(decision: ExitDecision, signal: string): boolean {
    if (this.target === null || closeWorkflowId(decision) === closeWorkflowId(this.target)) return true;
    this.refuse(signal, `decision ${decision.decisionId} is for ${closeWorkflowId(decision)}`);
    return false;
  }
}

export function openDesk(resumed?: Resumed): Desk {
  const desk = new Desk();
  if (resumed === undefined) return desk;
  const { asked, stop, refusedMessages } = resumed;
  return Object.assign(desk, { asked, stop, refusedMessages });
}

export function answerMessages(desk: Desk): void {
  setHandler(closeStatusQuery, () => desk.status());
  setHandler(exitRequestedSignal, (decision) => desk.join(SIGNALS.exitRequested, decision));
  setHandler(manualCloseSignal, (manual) => {
    desk.join(SIGNALS.manualClose, manual?.decision);
    desk.woken = true;
  });
  setHandler(releaseSignal, (release) => takeRelease(desk, release));
}

function takeRelease(desk: Desk, release: Partial<Release> | undefined): void {
  const { operator, reason } = release ?? {};
  if (typeof operator === 'string' && typeof reason === 'string') return desk.requestStop({ operator, reason });
  desk.refuse(SIGNALS.release, 'a release says who takes over and why: {"operator": "…", "reason": "…"}');
}
