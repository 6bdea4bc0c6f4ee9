import type { OpeningReading } from '../../src/domain/flatten/flatten-effects';
import type { FlattenScope } from '../../src/domain/flatten/flatten-request';
import { openingInScope } from '../../src/domain/flatten/open-in-scope';
import { TIMES } from '../../src/domain/times';
import { keepHeartbeat } from '../keep-heartbeat';
import type { Ports } from '../ports';
import { troubleFrom } from '../trouble-from';

/** Resting orders of the account that could open a position in scope, by the venue's word. */
export const createListOpening =
  ({ exchange }: Pick<Ports, 'exchange'>) =>
  async (scopes: readonly FlattenScope[]): Promise<OpeningReading> => {
    try {
      const orders = await keepHeartbeat(TIMES.awaitHeartbeat / 3, () => exchange.listAllResting());
      return { kind: 'read', orders: openingInScope(orders, scopes) };
    } catch (error) {
      return { kind: 'unreadable', trouble: troubleFrom(error) };
    }
  };
