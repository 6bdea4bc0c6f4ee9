import type { ProofsStanding } from '../src/domain/collected-proofs';
import type { Ports } from './ports';
import { postAlert } from './post-alert';

/** Tells a person how the collecting of proofs stands, when that has changed: also that it is well again. */
export const createAlertProofs =
  ({ account, logger, alertWebhookUrl }: Pick<Ports, 'account' | 'logger' | 'alertWebhookUrl'>) =>
  async ({ state, says }: ProofsStanding): Promise<void> => {
    const message = state === 'well' ? `PROOFS WELL AGAIN: ${says}` : `PROOFS BEHIND: ${says}`;
    logger[state === 'well' ? 'info' : 'error']({ account, state }, message);
    if (alertWebhookUrl !== null) await postAlert(alertWebhookUrl, { message, account, state });
  };
