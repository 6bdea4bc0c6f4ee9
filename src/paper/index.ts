import type { PositionMode } from './engine/account/leg';
import { listen, makeServer, stopServer } from './server/listen';
import { Venue } from './server/venue';

export interface PaperExchangeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly seed?: number;
  /** How many markets; beyond the catalogue they are made up. */
  readonly symbols?: number;
  readonly mode?: PositionMode;
  /** Milliseconds since the epoch; a clock of one's own makes every answer repeatable. */
  readonly now?: () => number;
}

export interface PaperExchange {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

const venueOptions = ({ seed, symbols, mode }: PaperExchangeOptions) => ({
  ...(seed === undefined ? {} : { seed }),
  ...(symbols === undefined ? {} : { symbols }),
  ...(mode === undefined ? {} : { mode }),
});

/** A local Binance USD-M futures venue. Keys `paper-key` and `paper-secret`; admin under /paper, from this machine only. */
export const startPaperExchange = async (options: PaperExchangeOptions): Promise<PaperExchange> => {
  const host = options.host ?? '127.0.0.1';
  const stopping = new AbortController();
  const server = makeServer(new Venue(options.now ?? Date.now, venueOptions(options)), stopping.signal);
  const port = await listen(server, options.port, host);
  const stop = (): Promise<void> => {
    stopping.abort();
    return stopServer(server);
  };
  return { port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, stop };
};
