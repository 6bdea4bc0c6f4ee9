// All tests; then those files that failed, once more and one at a time. Tests here kill real processes and drive a real
// browser on shared machines: what is wrong is wrong twice, and what passes only alone is named, as a race to be mended.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const report = join(mkdtempSync(join(tmpdir(), 'closeproof-ci-')), 'jest.json');
const jest = (...more) => spawnSync('npx', ['jest', ...more], { stdio: 'inherit' }).status ?? 1;

function filesThatFailed() {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  } catch {
    return [];
  }
}

function secondChance(files, status) {
  if (files.length === 0) return status;
  console.log(`\nFailed beside others, and run once more alone:\n${files.join('\n')}\n`);
  return jest('--runInBand', '--runTestsByPath', ...files);
}

const status = jest('--json', `--outputFile=${report}`);
process.exit(status === 0 ? 0 : secondChance(filesThatFailed(), status));
