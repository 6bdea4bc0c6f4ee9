import type { DeadManNotice } from '../src/domain/dead-man/dead-man';
import type { Ports } from './ports';
import { postAlert } from './post-alert';

/** Tells operators what has become of the dead man's switch: once per change. */
export const createTellDeadMan =
  ({ logger, alertWebhookUrl }: Pick<Ports, 'logger' | 'alertWebhookUrl'>) =>
  async ({ kind, severity, sentence, posted, account }: DeadManNotice): Promise<void> => {
    const message = `DEAD MAN ${kind}: ${sentence}`;
    logger[severity]({ account }, message);
    if (posted && alertWebhookUrl !== null)
      await postAlert(alertWebhookUrl, { message, severity, account, kind: `DEAD MAN ${kind}` });
  };
