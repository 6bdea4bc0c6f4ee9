import { assert } from '../../src/domain/assert';
import type { DecimalText } from '../../src/domain/decimal';
import type { Opening } from '../../src/domain/drill/drill-effects';
import type { CloseTarget } from '../../src/domain/names';
import { positionOf } from '../../src/exchange/port';
import type { Ports } from '../ports';

/** Puts the drill's position on paper, and says what the venue shows then: its entry price is what the drill may close. */
export const createPutOn =
  ({ exchange, drillGround, logger }: Pick<Ports, 'exchange' | 'drillGround' | 'logger'>) =>
  async (target: CloseTarget, quantity: DecimalText): Promise<Opening> => {
    const setPosition = drillGround?.setPosition;
    assert(setPosition !== undefined && setPosition !== null, 'a drill puts a position on paper only');
    try {
      await setPosition(target, quantity);
      const position = positionOf(await exchange.listPositions(), target.symbol, target.side);
      logger.warn({ ...target, quantity }, 'DRILL POSITION ON');
      return position === null ? failed('the venue does not show it') : { kind: 'open', position };
    } catch (error) {
      return failed((error as Error).message);
    }
  };

const failed = (because: string): Opening => ({
  kind: 'failed',
  because: `the position could not be put on: ${because}`,
});
