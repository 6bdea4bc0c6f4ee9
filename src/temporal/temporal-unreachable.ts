/** No Temporal answers at the address. The message is for the person at the keyboard. */
export class TemporalUnreachable extends Error {
  override readonly name = 'TemporalUnreachable';

  constructor(
    readonly address: string,
    reason: string,
    cause?: unknown,
  ) {
    super(
      `No Temporal server answers at ${address} (${reason}): start one with "closeproof dev", or set TEMPORAL_ADDRESS.`,
      { cause },
    );
  }
}
