import type { Close } from './close-effects';
import { noteOther, noteReading } from './close-progress';
import type { PositionReading } from './close-progress';
import { noteHeard } from './close-question';
import type { CloseQuestion, Verdict } from './verdict';

/** What a close remembers of a verdict: who was heard, what was read, and where it began. */
export function noteVerdict(close: Close, question: CloseQuestion, verdict: Verdict): void {
  if (verdict.kind === 'unreadable') return;
  noteHeard(close, question);
  if (verdict.kind === 'refused') return;
  const { progress } = close;
  if (verdict.kind === 'replaced') noteOther(progress, verdict.position, verdict.readAtMs);
  else noteReading(progress, verdict.kind === 'flat' ? flatAt(verdict) : verdict);
  if (verdict.kind !== 'closable' || progress.start !== null) return;
  const { quantity, entryPrice } = verdict.position;
  progress.start = { quantity, entryPrice, executed: '0', readAtMs: verdict.readAtMs };
}

const flatAt = ({ readAtMs }: { readAtMs: number }): PositionReading => ({ position: null, hasStop: false, readAtMs });
