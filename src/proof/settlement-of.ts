import type { Settlement } from '../domain/settlement';
import type { Recorded } from './recorded';

/** What a look for an order's end brought back, as an activity of its own or within a workflow task; null for any other event. */
export function settlementOf(event: Recorded): Settlement | null {
  if (event.kind !== 'completed' && event.kind !== 'localActivity') return null;
  // A local activity that timed out leaves a marker without a result.
  return event.name === 'awaitTerminalFilled' ? ((event.result as Settlement | undefined) ?? null) : null;
}
