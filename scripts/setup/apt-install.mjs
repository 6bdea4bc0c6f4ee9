import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onPath } from './executable.mjs';

const LINES_KEPT = 3;

/** Why no package of Debian's can be installed here; undefined where one can. */
export function whyNoApt() {
  if (process.env.CLOSEPROOF_NO_DOWNLOAD) return 'CLOSEPROOF_NO_DOWNLOAD forbids a download';
  if (process.getuid?.() !== 0) return 'only root may install it';
  return onPath('apt-get') === undefined ? 'there is no apt-get here to install it' : undefined;
}

/** Installs one of Debian's packages. An error's message says which step failed, and how. */
export async function aptInstall(name) {
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', name);
}

async function aptGet(...args) {
  const apt = spawn('apt-get', ['--quiet', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastLines = [];
  apt.stderr.setEncoding('utf8').on('data', (text) => {
    lastLines.push(...text.split('\n').filter(Boolean));
    lastLines.splice(0, lastLines.length - LINES_KEPT);
  });
  const [code] = await Promise.race([once(apt, 'close'), once(apt, 'error')]).catch((error) => [error.code]);
  if (code !== 0) throw new Error(`apt-get ${args[0]} failed (${[code, ...lastLines].join(' | ')})`);
}
