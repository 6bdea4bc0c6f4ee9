import { execFileSync } from 'node:child_process';

/** Resident memory of a process, in whole megabytes. */
export const residentMegabytes = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024);
