import type { PaperPosition } from '../../../scripts/local-stack/paper-admin';
import type { AuditedExecution, AuditedRequest } from '../../../tests/chaos/field/venue';

/** What the venue itself has to say of a storm: what was held, its log since the storm began, and what is open at the end. */
export interface Evidence {
  held: readonly PaperPosition[];
  requests: readonly AuditedRequest[];
  executions: readonly AuditedExecution[];
  /** Positions at the end. */
  open: readonly { symbol: string; quantity: string }[];
  /** Orders that rest at the end. */
  resting: readonly { symbol: string }[];
}
