import { createHash } from 'node:crypto';
import type { ClientPorts } from '../../client/ports';
import { decideNow } from '../../client/decide-now';
import { operatorSource } from '../../client/flatten-now';
import { latestRun } from '../../client/latest-run';
import { manualClose } from '../../client/manual-close';
import { receiptFor } from '../../client/receipt';
import type { Receipt } from '../../client/receipt';
import { refusalAtDoor } from '../../client/refuse-at-door';
import type { ExitDecision, ExitReason } from '../../domain/exit-decision';
import type { CloseTarget } from '../../domain/names';
import { parseExitDecision } from '../../domain/parse-exit-decision';
import type { Asking } from '../http/monitor-port';
import { askWithin } from '../trigger/ask-within';

export interface Door {
  accounts: readonly string[];
  allowedSources: readonly string[];
}

export type Asked = { ok: true; receipt: Receipt } | { ok: false; because: string };

const VALID_FOR_MS = 300_000;
const ASK_WITHIN_MS = 8_000;

/** An operator's close over HTTP: through the same door, and by the same signal, as at the command line. */
export async function askClose(
  ports: ClientPorts,
  target: CloseTarget,
  reason: ExitReason,
  asking: Asking,
  door: Door,
): Promise<Asked> {
  const parsed = parseExitDecision(decisionFor(target, reason, asking));
  if (!parsed.ok) return { ok: false, because: parsed.sentence };
  const { decision } = parsed;
  const refusal = refusalAtDoor(decision, door.accounts, door.allowedSources);
  if (refusal !== null) return { ok: false, because: refusal };
  return { ok: true, receipt: await askWithin(ports, ASK_WITHIN_MS, () => askOnce(ports, decision, asking)) };
}

/** The same key is the same decision, also after a restart of this process: it is not acted on twice. */
async function askOnce(ports: ClientPorts, decision: ExitDecision, asking: Asking): Promise<Receipt> {
  const latest = asking.idempotencyKey === null ? null : await latestRun(ports, decision);
  if (latest?.decisionId === decision.decisionId)
    return receiptFor(ports, latest.running ? 'joined' : 'handledBefore', decision, latest.runId);
  return manualClose(ports, { operator: asking.operator, reason: asking.reason, decision });
}

function decisionFor(target: CloseTarget, reason: ExitReason, asking: Asking): ExitDecision {
  const { operator, reason: note, idempotencyKey } = asking;
  const source = operatorSource(operator);
  const decision = decideNow({ ...target, quantity: 'all', reason, source, note, validForMs: VALID_FOR_MS });
  return idempotencyKey === null ? decision : { ...decision, decisionId: keyed(target, idempotencyKey) };
}

/** Keys may hold anything, and the same one may be sent for many positions. */
const keyed = ({ account, symbol, side }: CloseTarget, key: string): string =>
  `http:${createHash('sha256').update([account, symbol, side, key].join('\n')).digest('hex').slice(0, 32)}`;
