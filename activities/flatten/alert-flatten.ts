import type { FlattenContext } from '../../src/domain/flatten/flatten-context';
import type { FlattenAlert } from '../../src/domain/flatten/flatten-effects';
import type { Ports } from '../ports';
import { postAlert } from '../post-alert';

/** Calls a person: what is left of a flatten does not move by itself. It keeps looking meanwhile. */
export const createAlertFlatten =
  ({ logger, alertWebhookUrl }: Pick<Ports, 'logger' | 'alertWebhookUrl'>) =>
  async ({ held, trouble }: FlattenAlert, context: FlattenContext): Promise<void> => {
    const [first = trouble?.detail ?? 'it does not move', ...others] = held;
    const message = `FLATTEN HELD: ${first}${others.length === 0 ? '' : `; and ${others.length} more`}`;
    const details = { ...context, held, trouble };
    logger.error(details, message);
    if (alertWebhookUrl !== null) await postAlert(alertWebhookUrl, { message, ...details });
  };
