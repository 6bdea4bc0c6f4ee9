import type { CloseResult } from '../domain/close-result';
import { needsPerson } from '../domain/close-progress';
import type { Trouble } from '../domain/failure-types';
import type { ClientPorts } from './ports';
import type { Receipt } from './receipt';
import { showClose } from './show-close';

/** What waiting came to: the result, a hold that needs a person, or no end yet. */
export type Waited =
  { kind: 'finished'; result: CloseResult } | { kind: 'held'; trouble: Trouble | null } | { kind: 'running' };

const LOOK_EVERY_MS = 1_000;

/** Waits until the close finishes, is held, or `patienceMs` have passed. */
export async function waitForClose(ports: ClientPorts, receipt: Receipt, patienceMs: number): Promise<Waited> {
  const handle = ports.client.workflow.getHandle<() => Promise<CloseResult>>(receipt.workflowId, receipt.runId);
  const finished = handle.result().then((result): Waited => ({ kind: 'finished', result }));
  finished.catch(() => undefined);
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const restMs = Math.min(LOOK_EVERY_MS, Math.max(untilMs - Date.now(), 0));
    const waited = await Promise.race([finished, after(restMs)]);
    if (waited !== null) return waited;
    const held = await heldNow(ports, receipt);
    if (held !== null) return held;
    if (Date.now() >= untilMs) return { kind: 'running' };
  }
}

async function heldNow(ports: ClientPorts, { workflowId }: Receipt): Promise<Waited | null> {
  const progress = (await showClose(ports, workflowId))?.status?.progress;
  if (progress === null || progress === undefined || !needsPerson(progress)) return null;
  return { kind: 'held', trouble: progress.trouble };
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
