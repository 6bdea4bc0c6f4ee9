import type { ExitDecision } from '../../domain/exit-decision';
import { SIGNALS } from '../../domain/messages';
import type { ManualClose } from '../../domain/messages';
import { parseExitDecision } from '../../domain/parse-exit-decision';
import type { Recorded } from '../recorded';
import type { Asked } from './reading';
import { told } from './told';

/** Everyone who asked for this close: who started it, and who joined. */
export const readAsked = (history: readonly Recorded[]): Asked[] => history.flatMap(askedIn);

function askedIn(event: Recorded): Asked[] {
  if (event.kind === 'started') return [asked(event, 'start', event.input, null)];
  if (event.kind !== 'signalled') return [];
  if (event.name === SIGNALS.exitRequested) return [asked(event, 'exitRequested', event.input, null)];
  if (event.name !== SIGNALS.manualClose) return [];
  const { decision, operator } = (event.input ?? {}) as Partial<ManualClose>;
  return [asked(event, 'manualClose', decision, operator ?? null)];
}

/** Of what is no decision, as much as can be read. */
function asked(event: Recorded, by: Asked['by'], candidate: unknown, operator: string | null): Asked {
  const parsed = parseExitDecision(candidate);
  const { source, reason, decisionId, note } = (
    parsed.ok ? parsed.decision : (candidate ?? {})
  ) as Partial<ExitDecision>;
  return {
    ...told(event),
    by,
    source: text(source),
    reason: text(reason),
    decisionId: text(decisionId),
    note: note === undefined ? null : text(note),
    operator: operator === null ? null : text(operator),
    fault: parsed.ok ? null : parsed.sentence,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : 'unnamed');
