import { readdirSync, readFileSync } from 'node:fs';
import { readProcStat } from './proc-stat';
import type { ProcStat } from './proc-stat';

const KILOBYTES = 1024;

/** CPU that each of these processes has used with its descendants, ms. NaN for one that is gone, and where there is no /proc. */
export function cpuOf(pids: readonly number[]): number[] {
  const all = readAll();
  const children = childrenIn(all);
  const inTree = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + inTree(child), all.get(pid)?.cpuMs ?? NaN);
  return pids.map(inTree);
}

/** What a process holds in memory now, MB; NaN likewise. */
export const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(contentOf(`/proc/${pid}/status`))?.[1] ?? NaN) / KILOBYTES;

function readAll(): Map<number, ProcStat> {
  const pids = listed('/proc').map(Number).filter(Number.isInteger);
  const stats = pids.map((pid) => [pid, contentOf(`/proc/${pid}/stat`)] as const);
  return new Map(stats.filter(([, line]) => line !== '').map(([pid, line]) => [pid, readProcStat(line)]));
}

function childrenIn(all: ReadonlyMap<number, ProcStat>): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const [pid, { parent }] of all) children.set(parent, [...(children.get(parent) ?? []), pid]);
  return children;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty for a process that ended meanwhile. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
