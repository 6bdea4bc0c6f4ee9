import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const schema = z.strictObject({
  token: z.uuid(),
  pid: z.number().int(),
  host: z.string(),
  /** When the machine and the process started, in the kernel's words: a process id alone is given away again. Null: not Linux. */
  started: z.string().nullable(),
});

/** Who holds a lock. */
export type Holder = z.infer<typeof schema>;

export const thisProcess = (): Holder => ({
  token: randomUUID(),
  pid: process.pid,
  host: hostname(),
  started: startOf(process.pid),
});

/** What a power cut made of a lock has a holder too, of whom nothing is known. */
const UNREADABLE: Holder = { token: 'unreadable', pid: 0, host: '', started: null };

export function parseHolder(text: string): Holder {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return UNREADABLE;
  }
}

export type Life = 'alive' | 'dead' | 'unknown';

/** Of a holder on another machine nothing is known from here. */
export function lifeOf({ pid, host, started }: Holder): Life {
  if (host !== hostname()) return 'unknown';
  if (started !== null) return startOf(pid) === started ? 'alive' : 'dead';
  return exists(pid) ? 'unknown' : 'dead';
}

/** Boot id and start tick of a process; null where there is no such process, or no /proc. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // Its name may hold spaces and brackets: fields are counted from behind it. A zombie holds nothing any more.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? null : `${boot} ${fields[19]}`;
  } catch {
    return null;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
