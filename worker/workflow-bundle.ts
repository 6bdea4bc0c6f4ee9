import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import type { Logger } from 'pino';
import { slimBundle } from './slim-bundle';
import { temporalLogger } from './temporal-logger';

const ROOT = resolve(__dirname, '..');
const SOURCES = ['workflows', 'src/domain'];

/** The workflows as one file. Built once for each state of their sources, so that a replacement worker starts at once. */
export async function workflowBundle(logger: Logger): Promise<{ codePath: string }> {
  const codePath = join(tmpdir(), `closeproof-workflows-${workflowsFingerprint()}.js`);
  if (!existsSync(codePath)) await build(codePath, logger);
  return { codePath };
}

async function build(codePath: string, logger: Logger): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows'),
    preloadModules: ['workflows/shared', ...filesIn('src/domain')].map((file) => join(ROOT, file)),
    logger: temporalLogger(logger.child({}, { level: 'warn' })),
  });
  const unfinished = `${codePath}.${process.pid}`;
  mkdirSync(tmpdir(), { recursive: true });
  writeFileSync(unfinished, slimBundle(code));
  renameSync(unfinished, codePath);
}

/** Changes with the sources, the SDK's version, and how this file has them bundled. */
export const workflowsFingerprint = (): string =>
  fingerprint(SOURCES, [join(ROOT, packageFile()), __filename, require.resolve('./slim-bundle')]);

/** 16 digits that are the same for the same source files, wherever they are installed. */
export function fingerprint(folders: readonly string[], files: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const path of files) hash.update(readFileSync(path));
  for (const path of folders.flatMap(filesIn)) hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

const packageFile = (): string => (existsSync(join(ROOT, 'package.json')) ? 'package.json' : '../package.json');

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => join(folder, name));
