import { getClient } from '@temporalio/activity';
import type { DecimalText } from '../../src/domain/decimal';
import { lessThan } from '../../src/domain/decimal';
import type { CloseTarget } from '../../src/domain/names';
import { positionOf } from '../../src/exchange/port';
import type { Ports } from '../ports';
import { runningClose } from './running-close';

/**
 * Takes off paper what a drill had put on and its close has left; says what is open then. More than was put on is not the
 * drill's, and what a close is at work on is that close's: neither is touched.
 */
export const createTakeOff =
  ({ exchange, drillGround, logger }: Pick<Ports, 'exchange' | 'drillGround' | 'logger'>) =>
  async (target: CloseTarget, quantity: DecimalText): Promise<DecimalText> => {
    const open = async () => positionOf(await exchange.listPositions(), target.symbol, target.side)?.quantity ?? '0';
    const left = await open();
    const isOurs = left !== '0' && !lessThan(quantity, left) && (await runningClose(getClient(), target)) === null;
    if (!isOurs) return left;
    await drillGround?.setPosition?.(target, '0');
    logger.warn({ ...target, quantity: left }, 'DRILL POSITION TAKEN OFF');
    return open();
  };
