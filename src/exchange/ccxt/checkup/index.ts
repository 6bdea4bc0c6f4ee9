import type { VenueCheckup } from '../../checkup-port';
import type { ExchangeOptions } from '../../exchange-options';
import { WatchLane } from '../watch/watch-lane';
import { readAccountState } from './account-state';
import { readKeyPermissions } from './key-permissions';

/** The check-up's port, spoken through ccxt. */
export function createCcxtCheckup(options: ExchangeOptions): VenueCheckup {
  const lane = new WatchLane(options);
  return {
    connect: () => lane.connect(),
    clockOffsetMs: () => lane.clock.offsetMs,
    weightUsed: () => lane.limits.weightUsed(lane.clock.nowMs()),
    readAccount: () =>
      lane.read('the account’s settings', async () => readAccountState(await lane.usdm.fapiPrivateGetAccountConfig())),
    // The question belongs to the spot API, which neither the demo nor the paper exchange has.
    readKeyPermissions: () =>
      options.venue === 'binanceusdm'
        ? lane.read('the key’s permissions', async () =>
            readKeyPermissions(await lane.usdm.sapiGetAccountApiRestrictions()),
          )
        : Promise.resolve(null),
  };
}
