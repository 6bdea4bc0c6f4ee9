import type { Logger } from 'pino';
import type { CloseSight } from '../src/domain/flatten/close-sight';
import type { Collected } from '../src/domain/collected-proofs';
import type { ManualClose } from '../src/domain/messages';
import type { CloseTarget } from '../src/domain/names';
import type { DrillGround } from '../src/exchange/drill-ground';
import type { Exchange } from '../src/exchange/port';

/** What the activities of one account's worker need of the world. */
export interface Ports {
  account: string;
  exchange: Exchange;
  logger: Logger;
  /** Where alerts are posted as JSON besides the log; null: nowhere. */
  alertWebhookUrl: string | null;
  isAllowedSource: (source: string) => boolean;
  /** Where fire drills may be held; absent: by this worker, none. */
  drillGround?: DrillGround;
  /** An order that had been judged absent has executed: for whoever counts. */
  onGhost?: () => void;
}

/** Closes as a flatten deals with them: through Temporal, by their workflow ids. */
export interface CloseStarter {
  /** Starts the close of the decision's position, or joins the running one and wakes it. The same decision again does nothing. */
  ask(order: ManualClose): Promise<void>;
  /** Each position's newest close. */
  look(targets: readonly CloseTarget[]): Promise<CloseSight[]>;
}

/** Where the proofs of finished closes are kept. */
export interface ProofsPort {
  /** One pass; `budgetMs`: how long it may take before it leaves the rest to the next. */
  collect(pass: { signal: AbortSignal; budgetMs: number }): Promise<Collected>;
}

/** All that a worker's activities need: those of a close, and of what stands around closes. */
export interface WorkerPorts extends Ports {
  closes: CloseStarter;
  proofs: ProofsPort;
}
