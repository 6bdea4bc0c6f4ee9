/** What is wrong with the settings, every fault at once. A user's mistake: it is shown without a stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('; '));
  }
}
