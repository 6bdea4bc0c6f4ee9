import type { DrillReport } from '../../src/domain/drill/drill-report';
import type { Ports } from '../ports';
import { postAlert } from '../post-alert';

/** Calls a person: a drill that nobody watched has not passed, or could not be held. */
export const createAlertDrill =
  ({ account, logger, alertWebhookUrl }: Pick<Ports, 'account' | 'logger' | 'alertWebhookUrl'>) =>
  async ({ verdict, because, plan, close, leftOpen }: DrillReport): Promise<void> => {
    const message = `DRILL ${verdict.toUpperCase()}: ${because}`;
    const details = { account, symbol: plan?.symbol ?? null, close, leftOpen };
    logger.error(details, message);
    if (alertWebhookUrl !== null) await postAlert(alertWebhookUrl, { message, ...details });
  };
