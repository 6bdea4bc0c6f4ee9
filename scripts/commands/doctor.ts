import type { Command } from 'commander';
import { accountOf } from '../../src/config/account';
import { loadConfig } from '../../src/config/config';
import { examine } from '../doctor/examine';
import { admit } from '../doctor/admit';
import { printFindings } from '../doctor/print-findings';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';

interface DoctorOptions {
  account?: string;
  json?: true;
}

export const addDoctorCommand = (program: Command): Command =>
  program
    .command('doctor')
    .summary('examine Temporal, worker, venue, keys, monitor and closes: each finding with its remedy')
    .option('--account <name>', 'a configured account; default: the only one')
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', '\nExample:\n  closeproof doctor\nExit codes: 0 no failure, 1 a failure, 2 usage.')
    .action((options: DoctorOptions) => runAction(() => doctor(options)));

async function doctor({ account, json }: DoctorOptions) {
  const config = loadConfig();
  const { patient, discharge } = admit(config, accountOf(config, account));
  try {
    const findings = await examine(patient);
    printFindings(findings, patient.name, json === true);
    return findings.some(({ state }) => state === 'failure') ? EXIT.failed : EXIT.done;
  } finally {
    await discharge();
  }
}
