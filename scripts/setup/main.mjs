import { installDependencies } from './dependencies.mjs';
import { obtainPostgres } from './postgres.mjs';
import { obtainProductionServer } from './production-server.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';
import { obtainTemporal } from './temporal.mjs';
import { usage } from './usage.mjs';

const commands = {
  '': async () => {
    await installDependencies();
    if (!process.env.TEMPORAL_ADDRESS) await obtainTemporal();
  },
  '--print-temporal': async () => console.log(await obtainTemporal()),
  '--print-postgres': async () => {
    const [temporal, postgres] = [await obtainProductionServer(), await obtainPostgres()];
    console.log(JSON.stringify({ temporal, postgres }));
  },
  '--help': () => process.stdout.write(usage),
};

/** Runs set-up and returns the exit code. */
export async function main(args) {
  try {
    const command = commands[args.join(' ')];
    if (command === undefined) throw new SetupError(`Unknown arguments: ${args.join(' ')}. Try --help.`, 2);
    await command();
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`error: ${error.message}`);
    return error.exitCode;
  }
}
