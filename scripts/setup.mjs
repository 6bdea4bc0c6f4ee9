#!/usr/bin/env node
// Makes a fresh clone ready: dependencies installed, a Temporal server at hand. Quiet and quick when all is there.
import { nodeFault } from './setup/node-version.mjs';

const fault = nodeFault(process.versions.node);
if (fault === undefined) {
  // Loaded only now, so that an old Node says the sentence above instead of a syntax error.
  const { main } = await import('./setup/main.mjs');
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(`error: ${fault}`);
  process.exitCode = 1;
}
