import { readFileSync } from 'node:fs';
import { readProcStat } from '../../../../bench/storm/machine/proc-stat';

describe('what Linux says of a process', () => {
  it('is its parent, and its CPU with that of children that have ended', () => {
    const line = '42 (a (strange) name) S 7 42 42 0 -1 4194560 100 0 0 0 150 50 20 10 20 0 1 0 100 1000 10 1844';
    expect(readProcStat(line)).toEqual({ parent: 7, cpuMs: 2_300 });
  });

  (process.platform === 'linux' ? it : it.skip)('is read as it stands there', () => {
    const { parent, cpuMs } = readProcStat(readFileSync('/proc/self/stat', 'utf8'));
    expect(parent).toBe(process.ppid);
    const { user, system } = process.cpuUsage();
    expect(cpuMs).toBeGreaterThan(0);
    expect(cpuMs).toBeLessThan((user + system) / 1000 + 10_000);
  });
});
