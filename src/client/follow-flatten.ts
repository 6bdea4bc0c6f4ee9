import type { FlattenResult } from '../domain/flatten/flatten-result';
import type { FlattenStatus } from '../domain/messages';
import type { FlattenReceipt } from './flatten';
import type { ClientPorts } from './ports';
import { askFlatten } from './show-flatten';

/** What waiting came to: the result, a hold that needs a person, or no end yet. */
export type FollowedFlatten =
  | { kind: 'finished'; result: FlattenResult }
  | { kind: 'held'; status: FlattenStatus }
  | { kind: 'running'; status: FlattenStatus | null };

const LOOK_EVERY_MS = 500;

/** Follows a flatten until it finishes, is held, or `patienceMs` have passed; every status seen meanwhile is told. */
export async function followFlatten(
  ports: ClientPorts,
  receipt: FlattenReceipt,
  patienceMs: number,
  tell: (status: FlattenStatus) => void,
): Promise<FollowedFlatten> {
  const { workflowId, runId } = receipt;
  const finished = ports.client.workflow
    .result<() => Promise<FlattenResult>>(workflowId, runId)
    .then((result): FollowedFlatten => ({ kind: 'finished', result }));
  finished.catch(() => undefined);
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const restMs = Math.min(LOOK_EVERY_MS, Math.max(untilMs - Date.now(), 0));
    const ended = await Promise.race([finished, after(restMs)]);
    if (ended !== null) return ended;
    // Without a run: one that has grown long goes on in another.
    const status = await askFlatten(ports, workflowId);
    if (status !== null) tell(status);
    if (status !== null && isHeld(status, receipt)) return { kind: 'held', status };
    if (Date.now() >= untilMs) return { kind: 'running', status };
  }
}

/** Held although it has heard this request, and looked since: one that is joined was held for others until then. */
const isHeld = ({ asked, progress }: FlattenStatus, { requestId }: FlattenReceipt): boolean =>
  progress?.state === 'held' && asked.slice(0, progress.askersHeard).some((one) => one.requestId === requestId);

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
