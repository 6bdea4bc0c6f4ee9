import type { Alert } from '../src/domain/close-effects';
import { FAILURE_TYPES } from '../src/domain/failure-types';
import type { LogContext } from '../src/domain/log-context';
import { TIMES } from '../src/domain/times';
import type { Ports } from './ports';

/** Calls a person: the close cannot go on by waiting alone, and keeps looking meanwhile. Once per hold, not per retry. */
export const createAlertOperator =
  ({ logger, alertWebhookUrl }: Pick<Ports, 'logger' | 'alertWebhookUrl'>) =>
  async ({ trouble, misfortunes }: Alert, context: LogContext): Promise<void> => {
    const message = `CLOSE HELD: ${trouble.detail}`;
    const details = { ...context, trouble, misfortunes, who: FAILURE_TYPES[trouble.type].who };
    logger.error(details, message);
    if (alertWebhookUrl !== null) await post(alertWebhookUrl, { message, ...details });
  };

/** A webhook that does not take it is tried again by the server: the log has it in any case. */
async function post(url: string, alert: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alert),
    signal: AbortSignal.timeout(TIMES.alertOperator * 0.8),
  });
  if (!answer.ok) throw new Error(`the alert webhook answers ${answer.status}`);
}
