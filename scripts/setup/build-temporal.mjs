import { onPath } from './executable.mjs';
import { goBuild } from './go-build.mjs';
import { intoCache } from './into-cache.mjs';
import { TEMPORAL_VERSION } from './places.mjs';
import { say } from './say.mjs';

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

const build = (go, draft) =>
  goBuild(go, {
    folder: 'temporal-server',
    packages: ['github.com/temporalio/cli/cmd/temporal'],
    output: draft,
    linkerFlags: `-X github.com/temporalio/cli/internal/temporalcli.Version=${TEMPORAL_VERSION}`,
    about: 1585,
  });
