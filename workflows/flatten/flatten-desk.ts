import { defineQuery, defineSignal, log, setHandler } from '@temporalio/workflow';
import type { StopRequest } from '../../src/domain/close-effects';
import type { FlattenProgress } from '../../src/domain/flatten/flatten-progress';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import type { FlattenResult } from '../../src/domain/flatten/flatten-result';
import { FLATTEN_QUERIES, FLATTEN_SIGNALS } from '../../src/domain/messages';
import type { FlattenStatus, RefusedMessage } from '../../src/domain/messages';
import { flattenWorkflowId } from '../../src/domain/names';
import { parseFlattenRequest } from '../../src/domain/flatten/parse-flatten-request';

export const flattenRequestedSignal = defineSignal<[unknown]>(FLATTEN_SIGNALS.flattenRequested);
export const stopFlattenSignal = defineSignal<[Partial<StopRequest>]>(FLATTEN_SIGNALS.stopFlatten);
export const flattenStatusQuery = defineQuery<FlattenStatus>(FLATTEN_QUERIES.flattenStatus);

/** What a flatten that outgrew its history hands to the next run. */
export interface ResumedFlatten extends Pick<FlattenDesk, 'asked' | 'stop' | 'refusedMessages'> {
  progress: FlattenProgress;
}

/** Where everyone who has to do with a flatten is heard: who asked, who wants it stopped, what it says of itself. */
export class FlattenDesk {
  asked: FlattenRequest[] = [];
  stop: StopRequest | null = null;
  refusedMessages: RefusedMessage[] = [];
  account: string | null = null;
  progress: FlattenProgress | null = null;
  result: FlattenResult | null = null;
  /** Somebody wants it to look now. */
  woken = false;
  /** Passes in this history. */
  passesHere = 0;
  /** What the search attribute CloseState last said. */
  shownState: FlattenProgress['state'] = 'flattening';

  /** The request that started it is the first that asked, whatever a signal brought before it. */
  welcome(request: FlattenRequest): void {
    this.account = request.account;
    this.woken = false;
    this.asked = [request, ...this.asked.filter((other) => other.requestId !== request.requestId)].filter((one) =>
      this.isOurs(one),
    );
  }

  join(candidate: unknown): void {
    const parsed = parseFlattenRequest(candidate);
    if (!parsed.ok) return this.refuse(FLATTEN_SIGNALS.flattenRequested, parsed.sentence);
    const { request } = parsed;
    if (this.asked.some((one) => one.requestId === request.requestId) || !this.isOurs(request)) return;
    this.asked.push(request);
    this.woken = true;
  }

  requestStop(request: StopRequest): void {
    this.stop ??= request;
    this.woken = true;
  }

  refuse(signal: string, because: string): void {
    this.refusedMessages.push({ signal, because });
    log.warn('MESSAGE REFUSED', { signal, because });
  }

  status(): FlattenStatus {
    const { asked, progress, stop, refusedMessages, result } = this;
    return { asked, progress, stop, refusedMessages, result };
  }

  /** A signal can come in before the start's own arguments are read: then there is no account to hold it against yet. */
  private isOurs({ account, requestId }: FlattenRequest): boolean {
    if (this.account === null || account === this.account) return true;
    this.refuse(FLATTEN_SIGNALS.flattenRequested, `request ${requestId} is for ${flattenWorkflowId(account)}`);
    return false;
  }
}

export function openFlattenDesk(resumed?: ResumedFlatten): FlattenDesk {
  const desk = new FlattenDesk();
  if (resumed === undefined) return desk;
  const { asked, stop, refusedMessages, progress } = resumed;
  return Object.assign(desk, { asked, stop, refusedMessages, progress, shownState: progress.state });
}

export function answerFlattenMessages(desk: FlattenDesk): void {
  setHandler(flattenStatusQuery, () => desk.status());
  setHandler(flattenRequestedSignal, (request) => desk.join(request));
  setHandler(stopFlattenSignal, (stop) => takeStop(desk, stop));
}

function takeStop(desk: FlattenDesk, stop: Partial<StopRequest> | undefined): void {
  const { operator, reason } = stop ?? {};
  if (typeof operator === 'string' && typeof reason === 'string') return desk.requestStop({ operator, reason });
  desk.refuse(FLATTEN_SIGNALS.stopFlatten, 'a stop says who and why: {"operator": "…", "reason": "…"}');
}
