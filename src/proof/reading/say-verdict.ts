import type { Position } from '../../domain/position';
import type { RestorePlan } from '../../domain/restore-plan';
import type { Verdict } from '../../domain/verdict';

/** What validate found, in one sentence. A local activity that timed out leaves a marker without a result. */
export function sayVerdict(verdict: Verdict | undefined): string {
  switch (verdict?.kind) {
    case undefined:
      return 'the reading was lost on the way';
    case 'closable':
      return `${position(verdict.position)}${verdict.hasStop ? ', with a stop beside it' : ''}: ${verdict.quantity} to close now`;
    case 'flat':
      return 'flat';
    case 'reached':
      return `${position(verdict.position)}: what was asked is closed`;
    case 'residual':
      return `${position(verdict.position)}: ${verdict.amount} to close is less than one order can carry`;
    case 'replaced':
      return `${position(verdict.position)}, not at ${verdict.expectedEntryPrice}: it is another one, and is left alone`;
    case 'refused':
      return `refused, ${verdict.refusal}: ${verdict.because}`;
    case 'unreadable':
      return `not readable, ${verdict.trouble.type}: ${verdict.trouble.detail}`;
  }
}

/** What planRestore found. */
export function sayPlan(plan: RestorePlan | undefined): string {
  if (plan === undefined) return 'the reading was lost on the way';
  if (plan.kind === 'unreadable') return `not readable, ${plan.trouble.type}: ${plan.trouble.detail}`;
  const open = plan.listed.length + plan.unlisted.length;
  const waits = open === 0 ? '' : `, ${open} of which the venue does not yet say that they have ended`;
  return `${plan.position === null ? 'flat' : position(plan.position)}: ${plan.orders.length} to put back${waits}`;
}

const position = ({ side, quantity, entryPrice }: Position): string => `${side} ${quantity}, entered at ${entryPrice}`;
