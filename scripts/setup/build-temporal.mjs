import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onPath } from './executable.mjs';
import { intoCache } from './into-cache.mjs';
import { packageRoot, TEMPORAL_VERSION } from './places.mjs';
import { progress, say } from './say.mjs';

const PACKAGE = 'github.com/temporalio/cli/cmd/temporal';
const PACKAGES_ABOUT = 1585;
const LINES_KEPT = 3;

/** The same executable from source: the Go module proxy is reachable in places where Temporal's site is not. */
export async function buildTemporal() {
  const go = onPath('go');
  if (go === undefined) return { why: 'Go is not on the PATH' };
  say(`Building Temporal ${TEMPORAL_VERSION} with Go: about five minutes, this once.`);
  try {
    return { path: await intoCache((draft) => build(go, draft)) };
  } catch (error) {
    return { why: `the build with Go failed (${error.message})` };
  }
}

async function build(go, draft) {
  const compiler = spawn(go, goArguments(draft), {
    cwd: join(packageRoot, 'ops', 'temporal-server'),
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastLines = follow(compiler.stderr);
  const code = await new Promise((resolve, reject) => compiler.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(lastLines.join(' | ') || `exit code ${code}`);
}

const goArguments = (draft) => [
  ...['build', '-v', '-o', draft],
  // Leaves out a storage client's gRPC, which archiving to the cloud would need and a dev server does not.
  ...['-tags', 'disable_grpc_modules'],
  ...['-ldflags', `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${TEMPORAL_VERSION}`],
  PACKAGE,
];

/** Turns Go's line per module and per package into progress, and keeps the last lines for the case of failure. */
function follow(input) {
  const lastLines = [];
  const { update, finish } = progress();
  let modules = 0;
  let packages = 0;
  const onLine = (line) => {
    if (line.startsWith('go: downloading')) modules += 1;
    else packages += 1;
    lastLines.push(line);
    if (lastLines.length > LINES_KEPT) lastLines.shift();
    update(`Building Temporal: ${modules} modules fetched, ${packages} of about ${PACKAGES_ABOUT} packages compiled`);
  };
  createInterface({ input }).on('line', onLine).on('close', finish);
  return lastLines;
}
