import type { CloseEffects } from '../../../src/domain/close-effects';
import type { Exchange } from '../../../src/exchange/port';
import type { Stage } from '../runs/stage';

/** A bug, planted round the close and not in it. */
export interface Mutant {
  readonly name: string;
  readonly effects?: (effects: CloseEffects, stage: Stage) => CloseEffects;
  /** `wire` is the port beneath: what it is given is sent as it stands. */
  readonly port?: (exchange: Exchange, wire: Exchange) => Exchange;
}
