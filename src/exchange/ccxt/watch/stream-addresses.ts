import type { Venue } from '../../exchange-options';
import type { StreamAddresses } from '../../watch-port';

/** Where the streams are. A test holds them against ccxt's own list, which only its streaming half carries. */
const HOSTS: Record<Exclude<Venue, 'paper'>, string> = {
  binanceusdm: 'wss://fstream.binance.com',
  'binanceusdm-demo': 'wss://fstream.binancefuture.com',
};

/** By the division of 2026: market data and the account's own events have each an address of their own. */
export function streamAddresses(venue: Venue, restOrigin: string): StreamAddresses {
  const host = venue === 'paper' ? restOrigin.replace(/^http/, 'ws') : HOSTS[venue];
  return {
    markPrices: `${host}/market/stream?streams=!markPrice@arr@1s`,
    userStream: (listenKey) => `${host}/private/ws?listenKey=${encodeURIComponent(listenKey)}`,
  };
}
