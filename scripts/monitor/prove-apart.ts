import { execFile } from 'node:child_process';
import { setPriority } from 'node:os';
import { cliScript } from '../local-stack/closeproof-process';
import { EXIT } from '../terminal/exit-codes';

const WITHIN_MS = 30_000;
const BYTES_MAX = 64 * 1_024 * 1_024;
/** Behind everything that watches and closes. */
const NICE = 15;

/** The proof of one run as a page, by `closeproof proof` in a process of its own: the replay would hold up the exits here. */
export function proveApart(workflowId: string, runId: string): Promise<string | null> {
  const args = ['proof', `--workflow-id=${workflowId}`, `--run-id=${runId}`, '--format', 'html'];
  const limits = { timeout: WITHIN_MS, maxBuffer: BYTES_MAX };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [...cliScript(), ...args], limits, (error, page, complaint) => {
      const exitCode = error === null ? EXIT.done : error.code;
      if (exitCode === EXIT.refused) resolve(null);
      else if (page.startsWith('<!doctype html>')) resolve(page);
      else reject(new Error(`no proof of ${workflowId}: ${complaint.trim() || error?.message}`));
    });
    if (child.pid !== undefined) setPriority(child.pid, NICE);
  });
}
