import type { Alert } from '../src/domain/close-effects';
import { FAILURE_TYPES } from '../src/domain/failure-types';
import type { LogContext } from '../src/domain/log-context';
import type { Ports } from './ports';

/** Calls a person: the close cannot go on by waiting alone, and keeps looking meanwhile. */
export const createAlertOperator =
  ({ logger }: Pick<Ports, 'logger'>) =>
  ({ trouble, misfortunes }: Alert, context: LogContext): Promise<void> => {
    logger.error(
      { ...context, trouble, misfortunes, who: FAILURE_TYPES[trouble.type].who },
      `CLOSE HELD: ${trouble.detail}`,
    );
    return Promise.resolve();
  };
