import { amount } from '../decimal';
import type { Amount } from '../decimal';

/** USD-M futures fees of an ordinary account, as a share of the notional. Source: Binance's public fee schedule. */
export const TAKER_FEE = amount('0.0005');
export const MAKER_FEE = amount('0.0002');

export const commissionOn = (notional: Amount, maker: boolean): Amount =>
  notional.times(maker ? MAKER_FEE : TAKER_FEE).toDecimalPlaces(8);
