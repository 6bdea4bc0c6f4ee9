export interface ProcStat {
  parent: number;
  /** Its own and that of children that have ended, ms. */
  cpuMs: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;

/** One /proc/<pid>/stat. The name of the program, in parentheses, may contain anything: fields are counted after it. */
export function readProcStat(line: string): ProcStat {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
  return { parent: fields[1] ?? NaN, cpuMs: ticks * TICK_MS };
}
