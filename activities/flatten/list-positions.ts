import type { PositionsReading } from '../../src/domain/flatten/flatten-effects';
import type { FlattenScope } from '../../src/domain/flatten/flatten-request';
import { openPosition, positionsInScope } from '../../src/domain/flatten/open-in-scope';
import { TIMES } from '../../src/domain/times';
import { keepHeartbeat } from '../keep-heartbeat';
import type { Ports } from '../ports';
import { troubleFrom } from '../trouble-from';

/** What is open in scope by the venue's word, riskiest first. */
export const createListPositions =
  ({ exchange }: Pick<Ports, 'exchange'>) =>
  async (scopes: readonly FlattenScope[]): Promise<PositionsReading> => {
    try {
      const { positions } = await keepHeartbeat(TIMES.awaitHeartbeat / 3, () => exchange.listPositions());
      return { kind: 'read', positions: positionsInScope(positions, scopes).map(openPosition) };
    } catch (error) {
      return { kind: 'unreadable', trouble: troubleFrom(error) };
    }
  };
