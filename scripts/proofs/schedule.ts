import { scheduleProofs } from '../../src/client/schedule-proofs';
import { accountOf } from '../../src/config/account';
import { collectProofsScheduleId } from '../../src/domain/names';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { withConfiguredClient } from '../terminal/with-client';

export const schedule = (accountName: string | undefined, everyMs: number): Promise<ExitCode> =>
  withConfiguredClient(async (ports, config) => {
    const { name } = accountOf(config, accountName);
    const what = await scheduleProofs(ports, name, everyMs);
    process.stdout.write(
      `${what} the schedule ${collectProofsScheduleId(name)}: the workers of ${name} collect every ${everyMs / 1_000} s\n`,
    );
    return EXIT.done;
  });
