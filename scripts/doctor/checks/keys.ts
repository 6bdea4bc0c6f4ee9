import { VenueError } from '../../../src/exchange/venue-error';
import { found } from '../findings';
import type { Check } from '../patient';

/** The venue accepts what is signed with the account's key. */
export const keys: Check = async (patient) => {
  const { missingKeys } = patient;
  if (missingKeys.length > 0) return [found('keys.missing', missingKeys.join('; '))];
  try {
    await patient.state;
    return [found('keys.accepted', 'the venue accepts the key and its signature')];
  } catch (error) {
    const refused = error instanceof VenueError && error.trouble.type === 'CredentialsRefused';
    if (refused) return [found('keys.refused', error.message)];
    throw error;
  }
};
