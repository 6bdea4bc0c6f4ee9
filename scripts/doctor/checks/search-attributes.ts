import { missingSearchAttributes } from '../../../src/temporal/register-search-attributes';
import { found } from '../findings';
import type { Check } from '../patient';

/** Without them no close can be started: Temporal refuses an attribute that it does not know. */
export const searchAttributes: Check = async (patient) => {
  const { connection, namespace } = await patient.temporal;
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length === 0) return [found('searchAttributes.registered', 'all search attributes are registered')];
  return [
    found('searchAttributes.missing', `not registered as Keyword: ${missing.join(', ')}; no close can be started`),
  ];
};
