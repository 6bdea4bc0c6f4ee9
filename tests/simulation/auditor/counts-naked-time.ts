import type { Evidence } from './evidence';

/** What one request of a reading may be ahead of the other: position and orders are asked for side by side. */
const TOLERANCE = 50;

/** 7. From the first reading that could show it, a position whose stop is gone counts as naked until it is flat. */
export function countsNakedTime(evidence: Evidence): string[] {
  const { result, lines, truth, scenario } = evidence;
  if (result === null || result.nakedMs === null || evidence.lagMs > 0) return [];
  if (result.outcome === 'replaced' || result.outcome === 'handedOver') return [];
  const gone = lines.find((line) => line.kind === 'algo' && line.name === 'stop-loss' && line.status === 'CANCELED');
  const flat = truth.find(({ open }) => open === 0);
  const endMs = lines.find((line) => line.kind === 'note' && line.who === 'close')?.atMs ?? 0;
  if (gone === undefined || flat === undefined || scenario.skewMs !== 0) return [];
  if (flat.atMs <= gone.atMs || flat.atMs > endMs) return [];
  const seen = evidence.reads.find(({ sinceMs, atMs }) => sinceMs > gone.atMs && atMs < flat.atMs);
  if (seen === undefined) return [];
  const trueMs = flat.atMs - seen.sinceMs;
  return result.nakedMs + TOLERANCE >= trueMs ? [] : [`it stood naked for ${trueMs} ms, and says ${result.nakedMs}`];
}
