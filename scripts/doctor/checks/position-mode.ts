import { found } from '../findings';
import type { Check } from '../patient';

/** For information: each position's own row says how it is closed. */
export const positionMode: Check = async (patient) => {
  const { mode } = await patient.state;
  return [found('positionMode.told', `the account is in ${mode} mode`)];
};
