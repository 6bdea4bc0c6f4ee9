import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/temporal/package-root';

const file = pathToFileURL(join(packageRoot(), 'scripts', 'setup', 'node-version.mjs')).href;

// In a Node of its own: jest does not load ES modules.
function faultOf(version: string): string {
  const code = `import { nodeFault } from ${JSON.stringify(file)}; console.log(nodeFault(${JSON.stringify(version)}) ?? 'fine')`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim();
}

test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('Node %s will do', (version) => {
  expect(faultOf(version)).toBe('fine');
});

test.each(['18.20.4', '20.18.3', '8.0.0'])('Node %s is told so', (version) => {
  expect(faultOf(version)).toBe(`Node 20.19 or newer is needed; this is Node ${version}.`);
});
