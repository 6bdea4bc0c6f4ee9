import type { Evidence } from './evidence';

/** What one request of a reading may be ahead of the other, and our estimate of the venue's clock off by. */
const TOLERANCE = 2_000;

/** 7. From the first reading that could show it and was heard of, a position whose stop is gone counts as naked until it is flat. */
export function countsNakedTime(evidence: Evidence): string[] {
  const { result, lines, truth, scenario } = evidence;
  if (result === null || result.nakedMs === null || scenario.events.some(({ what }) => what.includes('clock steps')))
    return [];
  if (result.outcome === 'replaced' || result.outcome === 'handedOver') return [];
  const gone = lines.find((line) => line.kind === 'algo' && line.name === 'stop-loss' && line.status === 'CANCELED');
  const flat = truth.find(({ open }) => open === 0);
  const endMs = lines.find((line) => line.kind === 'note' && line.who === 'close')?.atMs ?? 0;
  if (gone === undefined || flat === undefined || flat.atMs <= gone.atMs || flat.atMs > endMs) return [];
  const seenMs = firstHeard(evidence, gone.atMs, flat.atMs);
  const trueMs = seenMs === null ? 0 : flat.atMs - seenMs;
  return result.nakedMs + TOLERANCE >= trueMs ? [] : [`it stood naked for ${trueMs} ms, and says ${result.nakedMs}`];
}

/** When the first reading began, between these, of which a verdict was made. */
function firstHeard({ reads, lines }: Evidence, fromMs: number, untilMs: number): number | null {
  const heard = lines.filter((line) => line.kind === 'heard' && line.atMs < untilMs);
  const read = reads.find(({ sinceMs, atMs }) => sinceMs > fromMs && heard.some((line) => line.atMs >= atMs));
  return read?.sinceMs ?? null;
}
