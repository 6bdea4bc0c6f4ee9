import type { Logger } from 'pino';
import type { ClientPorts } from '../../client/ports';
import type { DeadManPlan } from '../../config/dead-man-settings';

/** What a monitor tells its switch with, and whom it speaks for. */
export interface HeartPlan {
  account: string;
  settings: DeadManPlan;
  logger: Logger;
  /** The worker inside this monitor, as the server knows it: it dies with it. */
  ownWorker: string;
  /** Null while Temporal is away. */
  ports: () => ClientPorts | null;
  /** Positions and their prices are known now: a monitor that is blind is as good as dead. */
  sees: () => boolean;
  positions: () => number;
}
