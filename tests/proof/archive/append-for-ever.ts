import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Archive } from '../../../src/proof/archive/archive';
import { takeLock } from '../../../src/proof/archive/lock/lock';
import { LOCK_NAME } from '../../../src/proof/archive/names';

/** A writer that does nothing but append, pass after pass, until it is killed. Tells its parent each run once it is kept. */
async function appendForEver(folder: string): Promise<void> {
  for (;;) {
    const taken = await takeLock(join(folder, LOCK_NAME));
    if (taken.kind === 'busy') {
      await new Promise((resolve) => setTimeout(resolve, 1));
      continue;
    }
    const archive = await Archive.open(folder, taken.lock);
    for (let count = 0; count < 20; count += 1) {
      const runId = randomUUID();
      const { sequence, previous } = archive.next;
      const text = JSON.stringify({ runId, sequence, previous });
      if (!(await archive.append({ runId, endedAt: '2026-11-26T05:00:00.000Z', text }))) break;
      process.send?.(runId);
    }
    await archive.saveHead();
    await taken.lock.release();
  }
}

void appendForEver(process.argv[2] ?? '');
