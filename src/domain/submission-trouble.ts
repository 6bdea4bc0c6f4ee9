import type { Trouble } from './failure-types';
import type { ProvenRefusal } from './submission';

/** What to wait out after an order that provably did not execute. */
export function troubleOf(submission: ProvenRefusal): Trouble {
  if (submission.kind === 'notSent') return submission.trouble;
  const { code, message, next } = submission;
  return { type: 'OrderRefused', detail: `${code} ${message}`, needsPerson: next === 'hold' };
}
