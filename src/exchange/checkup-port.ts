import type { PositionMode } from '../domain/position';
import type { WeightUsed } from './watch-port';

/**
 * The venue, as the subset that a check-up needs, in our words. It only reads, on a client of its own, and no close asks it
 * anything. Everything that asks the venue throws `VenueError`.
 */
export interface VenueCheckup {
  /** Markets, limits and clock, without a key. */
  connect(): Promise<void>;
  /** The venue's clock minus this machine's, ms, good to half a round trip. */
  clockOffsetMs(): number;
  /** By a signed request, so that key, signature and clock are tried. */
  readAccount(): Promise<AccountState>;
  /** Null where the venue has no way to tell. */
  readKeyPermissions(): Promise<KeyPermissions | null>;
  weightUsed(): WeightUsed;
}

export interface AccountState {
  canTrade: boolean;
  mode: PositionMode;
}

/** What one key may do, whatever the account may. */
export interface KeyPermissions {
  tradesFutures: boolean;
  withdraws: boolean;
  /** It works from the addresses it is bound to, and from no other. */
  boundToAddresses: boolean;
}
