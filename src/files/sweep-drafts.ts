import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDraftOf } from './replace-file';

/** A draft this old has nobody who still writes it. */
const ABANDONED_MS = 60_000;

/** Removes the drafts that killed processes left beside a file. That it cannot is no reason not to start. */
export function sweepDrafts(path: string, nowMs: number): void {
  try {
    for (const name of readdirSync(dirname(path)))
      if (isDraftOf(path, name)) removeOld(join(dirname(path), name), nowMs);
  } catch {
    // No folder yet, or another process swept first.
  }
}

function removeOld(draft: string, nowMs: number): void {
  if (nowMs - statSync(draft).mtimeMs > ABANDONED_MS) rmSync(draft, { force: true });
}
