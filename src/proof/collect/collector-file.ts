import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../files/replace-file';
import { canonical } from '../file/canonical';
import { COLLECTOR_NAME } from '../archive/names';

const instant = z.iso.datetime();

const schema = z.strictObject({
  format: z.literal('closeproof/collector'),
  version: z.literal(1),
  /** Every close that ended before has its proof, or is named below. Null: nobody has looked at all of them yet. */
  completeUntil: instant.nullable(),
  /** When all that Temporal lists was last looked through, however old. */
  sweptAt: instant.nullable(),
  lastPassAt: instant,
  behind: z.number().int(),
  nextDeletionAt: instant.nullable(),
  faults: z.array(z.string()),
  lost: z.array(z.string()),
});

/** What a collector knows between two passes. Lost, it costs one look through all that Temporal lists. */
export type CollectorState = Omit<z.infer<typeof schema>, 'format' | 'version'>;

export async function readCollectorState(folder: string): Promise<CollectorState | null> {
  try {
    const text = await readFile(join(folder, COLLECTOR_NAME), 'utf8');
    const { format: _format, version: _version, ...state } = schema.parse(JSON.parse(text));
    return state;
  } catch {
    return null;
  }
}

export const writeCollectorState = (folder: string, state: CollectorState): Promise<void> =>
  replaceFile(join(folder, COLLECTOR_NAME), canonical({ format: 'closeproof/collector', version: 1, ...state }), 0o644);
