import { TemporalUnreachable } from '../../../src/temporal/connection';
import { found } from '../findings';
import type { Check } from '../patient';

/** Temporal answers, and has the namespace. */
export const temporal: Check = async (patient) => {
  const { address, namespace } = patient.config.temporal;
  try {
    await patient.temporal;
    return [found('temporal.answers', `Temporal answers at ${address} and has the namespace ${namespace}`)];
  } catch (error) {
    if (error instanceof TemporalUnreachable) return [found('temporal.away', error.message)];
    throw error;
  }
};
