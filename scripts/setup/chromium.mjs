import { aptInstall, whyNoApt } from './apt-install.mjs';
import { isExecutable, onPath } from './executable.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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
  const hindrance = whyNoApt();
  if (hindrance !== undefined) throw new SetupError(remedies(hindrance));
  say('Installing Chromium with apt-get, for the tests of the board.');
  await aptInstall('chromium').catch((error) => {
    throw new SetupError(remedies(error.message));
  });
  return atHand();
}

const remedies = (why) =>
  `No Chromium for the tests of the board: ${why}. Any one of these helps: set CHROMIUM_PATH to an executable, ` +
  `put chromium on the PATH, or run "apt-get update && apt-get install chromium" as root.`;
