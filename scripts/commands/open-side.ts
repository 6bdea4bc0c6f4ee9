import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import { keysOf } from '../../src/config/keys';
import type { Side } from '../../src/domain/exit-decision';
import type { MarketSymbol } from '../../src/domain/market-symbol';
import { createExchange } from '../../src/exchange/create-exchange';
import { Refused, UserMistake } from '../terminal/user-mistake';

/** The side of the only position open in a symbol, by the venue's word. */
export async function openSide(config: Config, accountName: string, symbol: MarketSymbol): Promise<Side> {
  const { name, account } = accountOf(config, accountName);
  const exchange = createExchange({ ...keysOf(name, account), venue: account.venue, paperUrl: account.paperUrl });
  if ((await exchange.readRules(symbol)) === null) throw new Refused(`the venue knows no ${symbol}`);
  const { positions } = await exchange.listPositions();
  const [position, other] = positions.filter((one) => one.symbol === symbol);
  if (position === undefined)
    throw new Refused(`no position is open in ${symbol} on ${name}: there is nothing to close`);
  if (other !== undefined)
    throw new UserMistake(`${symbol} has a long and a short leg: say --side long or --side short`);
  return position.side;
}
