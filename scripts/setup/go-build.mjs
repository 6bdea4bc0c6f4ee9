import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from './places.mjs';
import { progress } from './say.mjs';

const LINES_KEPT = 3;

/**
 * Builds pinned packages with Go: those of the module in `folder`, below ops, into `output`, a file or for several packages
 * a folder. `about` is how many packages that compiles from nothing.
 */
export async function goBuild(go, { folder, packages, output, linkerFlags = '', about }) {
  const compiler = spawn(
    go,
    [
      ...['build', '-v', '-o', output],
      // Leaves out a storage client's gRPC, which archiving to the cloud would need and nothing here does.
      ...['-tags', 'disable_grpc_modules', '-ldflags', `-s -w ${linkerFlags}`.trim()],
      ...packages,
    ],
    {
      cwd: join(packageRoot, 'ops', folder),
      env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const lastLines = follow(compiler.stderr, about);
  const code = await new Promise((resolve, reject) => compiler.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(lastLines.join(' | ') || `exit code ${code}`);
}

/** Turns Go's line per module and per package into progress, and keeps the last lines for the case of failure. */
function follow(input, about) {
  const lastLines = [];
  const { update, finish } = progress();
  let modules = 0;
  let packages = 0;
  const onLine = (line) => {
    if (line.startsWith('go: downloading')) modules += 1;
    else packages += 1;
    lastLines.push(line);
    if (lastLines.length > LINES_KEPT) lastLines.shift();
    update(`Building Temporal: ${modules} modules fetched, ${packages} of about ${about} packages compiled`);
  };
  createInterface({ input }).on('line', onLine).on('close', finish);
  return lastLines;
}
