import { text } from '../decimal';
import { mandatoryDecimal, mandatoryInteger } from '../params';
import type { Params } from '../params';
import { parsePositionSide, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import { legOf } from '../world';
import type { World } from '../world';
import { isolatedWalletOf } from './isolated';
import { accountMargin, legMargin } from './margin';
import { moveLeg } from './put-leg';

const ADD = 1;
const REDUCE = 2;

/** Moves margin into an isolated position, or out of it as far as its initial margin stays covered. */
export const changeMargin = (world: World, params: Params): unknown => {
  const [symbol, type] = [parseSymbol(world, params), mandatoryInteger(params, 'type')];
  const amount = mandatoryDecimal(params, 'amount');
  if (type !== ADD && type !== REDUCE) throw refusal('-1130', 'type');
  if (amount.lte(0)) throw refusal('-4055');
  if (!world.isolated.has(symbol)) throw refusal('-4049');
  const leg = legOf(world, symbol, parsePositionSide(params));
  if (leg.quantity.isZero()) throw refusal('-4054');
  if (type === ADD && amount.gt(accountMargin(world).available)) throw refusal('-4050');
  const isolatedWallet = isolatedWalletOf(leg).plus(type === ADD ? amount : amount.neg());
  const own = legMargin(world, leg);
  if (type === REDUCE && isolatedWallet.plus(own.unrealized).lt(own.initial)) throw refusal('-4051');
  moveLeg(world, { ...leg, isolatedWallet, updatedAt: world.now() });
  return { amount: Number(text(amount)), code: 200, msg: 'Successfully modify position margin.', type };
};
