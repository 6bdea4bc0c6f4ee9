import type { Connection } from '@temporalio/client';
import type { ClientPorts } from '../../src/client/ports';
import type { AccountConfig, Config } from '../../src/config/config';
import type { AccountState, VenueCheckup } from '../../src/exchange/checkup-port';
import type { StepProbe } from '../../src/temporal/probe-steps';
import type { Finding } from './findings';

/** What is examined. Everything that may be away is a promise: who awaits one that fails has nothing to tell. */
export interface Patient {
  config: Config;
  name: string;
  account: AccountConfig;
  /** Rejects with `TemporalUnreachable`. */
  temporal: Promise<ClientPorts & { connection: Connection }>;
  /** What is missing of the account's keys; without them the venue is asked with empty ones, and refuses those. */
  missingKeys: readonly string[];
  /** Connected; rejects with `VenueError`. */
  venue: Promise<VenueCheckup>;
  /** Asked once for all who want to know; rejects with `VenueError`. */
  state: Promise<AccountState>;
  /** Where this account's monitor would listen. */
  monitorUrl: string;
  /** How Temporal hands out work, as measured; rejects with `TemporalUnreachable`. */
  steps: Promise<StepProbe>;
  /** How a worker of this checkout names its build. */
  workerBuild(): Promise<string>;
}

/** One question. It may throw what says that Temporal or the venue is away: then it cannot tell. */
export type Check = (patient: Patient) => Promise<Finding[]>;
