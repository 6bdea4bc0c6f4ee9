import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

// `read` returns when the pipe to us breaks, which even a SIGKILL to us does. A child that is stopped ends only once it goes on.
const WATCH = 'read _; kill -TERM "$0" 2>/dev/null; kill -CONT "$0" 2>/dev/null';

/** Ends the child when this process ends, however it ends. Call the answer once the child is gone. */
export function dieWithParent(child: ChildProcess): () => void {
  if (child.pid === undefined) return () => undefined;
  const watch = spawn('sh', ['-c', WATCH, String(child.pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watch.on('error', () => undefined); // No `sh` here: an orderly stop still works.
  watch.unref();
  (watch.stdin as Socket).unref();
  return () => void watch.kill('SIGKILL');
}
