import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../../../src/temporal/package-root';

const installer = pathToFileURL(join(packageRoot(), 'scripts', 'setup', 'chromium.mjs')).href;

/** A Chromium of this machine, installed where there is none and we may. In a Node of its own: jest does not load ES modules. */
export function chromiumPath(): string {
  const program = `import { obtainChromium } from ${JSON.stringify(installer)};
    obtainChromium().then(console.log, (error) => { console.error(error.message); process.exitCode = 1; });`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }).trim();
}

const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--force-color-profile=srgb'],
];

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: QUIET });
