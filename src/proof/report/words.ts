import type { ExitQuantity } from '../../domain/exit-decision';

/** '412 ms', '6.5 s', '3 min 20 s', '2 h 05 min'; '–' where it is not known. */
export function lasting(ms: number | null): string {
  if (ms === null) return '–';
  if (Math.abs(ms) < 1_000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** '2026-01-22 10:15:00.250 UTC' */
export const moment = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, -1)} UTC`;

/** '+1.204 s' since the first event. */
export const since = (at: string, start: string): string =>
  `+${((Date.parse(at) - Date.parse(start)) / 1_000).toFixed(3)} s`;

export function wanted(quantity: ExitQuantity): string {
  if (quantity === 'all') return 'all of it';
  return 'amount' in quantity ? quantity.amount : `${quantity.fraction} of its quantity`;
}
