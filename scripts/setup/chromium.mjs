import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isExecutable, onPath } from './executable.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LINES_KEPT = 3;

/** The path of a Chromium, for the tests of the board: the one at hand, or Debian's, installed where we may. */
export async function obtainChromium() {
  const found = atHand();
  if (found !== undefined) return found;
  const got = await oneAtATime(`${cacheFolder()}/chromium.lock`, async () => atHand() ?? (await install()));
  if (got !== undefined) return got;
  throw new SetupError(remedies('it was installed, and is still not on the PATH'));
}

function atHand() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return NAMES.map(onPath).find((executable) => executable !== undefined);
  if (isExecutable(path)) return path;
  throw new SetupError(`CHROMIUM_PATH names ${path}, which cannot be run.`, 2);
}

async function install() {
  const hindrance = whyNot();
  if (hindrance !== undefined) throw new SetupError(remedies(hindrance));
  say('Installing Chromium with apt-get, for the tests of the board.');
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', 'chromium');
  return atHand();
}

function whyNot() {
  if (process.env.CLOSEPROOF_NO_DOWNLOAD) return 'CLOSEPROOF_NO_DOWNLOAD forbids a download';
  if (process.getuid?.() !== 0) return 'only root may install it';
  return onPath('apt-get') === undefined ? 'there is no apt-get here to install it' : undefined;
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
  if (code !== 0) throw new SetupError(remedies(`apt-get ${args[0]} failed (${[code, ...lastLines].join(' | ')})`));
}

const remedies = (why) =>
  `No Chromium for the tests of the board: ${why}. Any one of these helps: set CHROMIUM_PATH to an executable, ` +
  `put chromium on the PATH, or run "apt-get update && apt-get install chromium" as root.`;
