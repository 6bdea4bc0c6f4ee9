/** Something the person must change. The message is one line for them; the code is what we exit with. */
export class SetupError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
