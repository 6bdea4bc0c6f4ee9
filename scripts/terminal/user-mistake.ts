import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';

/** Something the user can mend: shown as one sentence, without a stack. */
export class UserMistake extends Error {
  override readonly name: string = 'UserMistake';
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.usage,
  ) {
    super(message);
  }
}

/** The request was understood, and turned down: nothing was started. */
export class Refused extends UserMistake {
  override readonly name = 'Refused';
  constructor(message: string) {
    super(message, EXIT.refused);
  }
}
