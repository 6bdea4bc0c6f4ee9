import type { ClientPorts } from '../../client/ports';
import type { Exchange } from '../../exchange/port';
import type { WatchedPosition } from '../../exchange/watch-port';
import type { Door } from './ask-close';

/** What the monitor knows at the moment at which an operator asks. */
export interface DoorState {
  account: string;
  exchange: Pick<Exchange, 'readRules' | 'listPositions' | 'listAllResting'>;
  door: Door;
  /** Null while Temporal is away, and then why. */
  ports: ClientPorts | null;
  because: string;
  /** Null where the venue has not been heard of late. */
  positions: readonly WatchedPosition[] | null;
}

export const POSITIONS_UNKNOWN = {
  kind: 'positionsUnknown',
  because: 'the venue’s list of positions is old or was never read: see /health',
} as const;
