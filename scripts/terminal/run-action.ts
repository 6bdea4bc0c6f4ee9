import { ConfigError } from '../../src/config/config-error';
import { ListenRefused } from '../../src/monitor/http/listen';
import { VenueError } from '../../src/exchange/venue-error';
import { PortTaken } from '../../src/temporal/free-port';
import { TemporalUnreachable } from '../../src/temporal/connection';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { UserMistake } from './user-mistake';

/** Runs a command to its exit code. What a user can mend is one sentence on standard error; only our bugs show a stack. */
export async function runAction(action: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    const { sentence, exitCode } = explain(error);
    process.stderr.write(`closeproof: ${sentence}\n`);
    process.exitCode = exitCode;
  }
}

function explain(error: unknown): { sentence: string; exitCode: ExitCode } {
  if (error instanceof ConfigError) return { sentence: error.faults.join('\ncloseproof: '), exitCode: EXIT.usage };
  if (error instanceof UserMistake) return { sentence: error.message, exitCode: error.exitCode };
  if (error instanceof ListenRefused || error instanceof PortTaken)
    return { sentence: error.message, exitCode: EXIT.usage };
  if (error instanceof TemporalUnreachable || error instanceof VenueError)
    return { sentence: error.message, exitCode: EXIT.failed };
  return { sentence: `this is a bug of ours: ${(error as Error).stack ?? String(error)}`, exitCode: EXIT.failed };
}
