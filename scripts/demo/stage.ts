import type { CloseproofProcess } from '../local-stack/closeproof-process';
import type { LocalStack } from '../local-stack/local-stack';
import type { PaperAdmin } from '../local-stack/paper-admin';
import type { Claims } from './claims';

/** What every scene of the demo plays on. */
export interface Stage {
  stack: LocalStack;
  paper: PaperAdmin;
  claims: Claims;
  worker: CloseproofProcess;
  /** Workflow ids of the closes so far. */
  closes: string[];
}
