import type { Alert } from '../src/domain/close-effects';
import { FAILURE_TYPES } from '../src/domain/failure-types';
import type { LogContext } from '../src/domain/log-context';
import type { Ports } from './ports';
import { postAlert } from './post-alert';

/** Calls a person: the close cannot go on by waiting alone, and keeps looking meanwhile. Once per hold, not per retry. */
export const createAlertOperator =
  ({ logger, alertWebhookUrl }: Pick<Ports, 'logger' | 'alertWebhookUrl'>) =>
  async ({ trouble, misfortunes }: Alert, context: LogContext): Promise<void> => {
    const message = `CLOSE HELD: ${trouble.detail}`;
    const details = { ...context, trouble, misfortunes, who: FAILURE_TYPES[trouble.type].who };
    logger.error(details, message);
    if (alertWebhookUrl !== null) await postAlert(alertWebhookUrl, { message, ...details });
  };
