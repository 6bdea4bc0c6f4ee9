import type { AccountState, KeyPermissions } from '../../../src/exchange/checkup-port';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

/** It may trade, and nothing that a close has no need of. */
export const permissions: Check = async (patient) => {
  const venue = await patient.venue;
  return judgePermissions(await patient.state, await venue.readKeyPermissions(), patient.account.venue);
};

export function judgePermissions({ canTrade }: AccountState, key: KeyPermissions | null, venueId: string): Finding[] {
  const mayTrade = canTrade && key?.tradesFutures !== false;
  const trade = mayTrade
    ? found('permissions.trade', 'the account may trade futures')
    : found('permissions.noTrade', `${canTrade ? 'the key' : 'the account'} may not trade futures: no close can send`);
  if (key === null)
    return [trade, found('permissions.untold', `${venueId} does not tell whether the key may withdraw`)];
  return [
    trade,
    ...(key.withdraws ? [found('permissions.withdraw', 'the key may withdraw: whoever has it has the money')] : []),
    ...(key.boundToAddresses ? [] : [found('permissions.anyAddress', 'the key works from any address')]),
  ];
}
