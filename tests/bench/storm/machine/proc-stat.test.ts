import { spawnSync } from 'node:child_process';
import { readProcStat } from '../../../../bench/storm/machine/proc-stat';

describe('what Linux says of a process', () => {
  it('is its parent, and its CPU with that of children that have ended', () => {
    const line = '42 (a (strange) name) S 7 42 42 0 -1 4194560 100 0 0 0 150 50 20 10 20 0 1 0 100 1000 10 1844';
    expect(readProcStat(line)).toEqual({ parent: 7, cpuMs: 2_300 });
  });

  (process.platform === 'linux' ? it : it.skip)('is read as it stands there', () => {
    const { stdout } = spawnSync(process.execPath, ['--eval', BUSY], { encoding: 'utf8' });
    const [stat = '', usedMs = ''] = stdout.split('\n');
    const { parent, cpuMs } = readProcStat(stat);
    expect(parent).toBe(process.pid);
    expect(Math.abs(cpuMs - Number(usedMs))).toBeLessThan(100);
  });
});

/** A process that has used a quarter of a second, and tells it in both ways. */
const BUSY = `
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  while (used() < 250);
  console.log(require('node:fs').readFileSync('/proc/self/stat', 'utf8').trim());
  console.log(used());
`;
