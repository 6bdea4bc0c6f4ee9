import type { Side } from '../../src/domain/exit-decision';
import type { Wait } from './wait-option';

/** What may be typed after `closeproof flatten`. */
export interface FlattenOptions {
  operator: string;
  reason: string;
  account?: string;
  symbols?: string;
  side?: Side;
  dryRun?: true;
  stop?: true;
  wait?: Wait;
  json?: true;
}
