#!/usr/bin/env node
import { Command } from 'commander';
import { addCloseCommand } from './commands/close';
import { addDeadManCommand } from './commands/dead-man';
import { addDeployCommand } from './commands/deploy';
import { addDevCommand } from './commands/dev';
import { addDoctorCommand } from './commands/doctor';
import { addDrillCommand } from './commands/drill';
import { addFlattenCommand } from './commands/flatten';
import { addManualCloseCommand } from './commands/manual-close';
import { addMonitorCommand } from './commands/monitor';
import { addPaperCommand } from './commands/paper';
import { addProofsCommand } from './commands/proofs';
import { addProofCommand } from './commands/proof';
import { addReleaseCommand } from './commands/release';
import { addStatusCommand } from './commands/status';
import { addVerifyCommand } from './commands/verify';
import { addWatchCommand } from './commands/watch';
import { addWorkerCommand } from './commands/worker';
import { EXIT } from './terminal/exit-codes';

const program = new Command('closeproof')
  .description('Every exit ends flat, and can prove it: durable closes of crypto-futures positions on Temporal.')
  .showHelpAfterError('(closeproof --help shows what there is)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.usage))
  .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 usage, 3 refused, 4 held or timed out.');

for (const add of [
  addDevCommand,
  addPaperCommand,
  addWorkerCommand,
  addMonitorCommand,
  addCloseCommand,
  addManualCloseCommand,
  addReleaseCommand,
  addDeadManCommand,
  addFlattenCommand,
  addStatusCommand,
  addWatchCommand,
  addDrillCommand,
  addDeployCommand,
  addDoctorCommand,
  addProofsCommand,
  addVerifyCommand,
  addProofCommand,
])
  add(program).copyInheritedSettings(program);

void program.parseAsync();
