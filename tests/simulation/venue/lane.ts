import { verdictOfCode } from '../../../src/exchange/ccxt/codes/outcome-table';
import { MarketBook } from '../../../src/exchange/ccxt/lane/market-book';
import { asVenueError } from '../../../src/exchange/ccxt/lane/trouble';
import { AnsweredOtherwise } from '../../../src/exchange/ccxt/lane/venue-answer';
import { VenueClock } from '../../../src/exchange/ccxt/lane/venue-clock';
import type { ExchangeInfo } from '../../../src/exchange/ccxt/reads/exchange-info';
import { bodyOf } from './answer';
import type { Host, Network } from './network';
import type { Params } from './venue';

const RECV_WINDOW = '5000';

/** One worker's way to the venue, with the product's own clock and market book; only ccxt is missing. */
export class Lane {
  readonly clock: VenueClock;
  readonly markets: MarketBook;
  private connecting: Promise<void> | null = null;

  constructor(
    private readonly network: Network,
    readonly host: Host,
    machineNowMs: () => number,
  ) {
    this.clock = new VenueClock(() => this.askTime(), machineNowMs);
    const keeper = {
      fapiPublicGetExchangeInfo: () => this.ask('GET /fapi/v1/exchangeInfo', {}),
      parseMarkets: (records: ExchangeInfo['markets']) => records,
      setMarkets: () => undefined,
    };
    this.markets = new MarketBook(keeper, () => undefined, machineNowMs);
  }

  connect(): Promise<void> {
    this.connecting ??= this.open().catch((fault: unknown) => {
      this.connecting = null;
      throw fault;
    });
    return this.connecting;
  }

  /** As the product's lane reads: connected, with every fault as a VenueError. */
  async read<T>(what: string, ask: () => Promise<T>): Promise<T> {
    await this.connect();
    await this.clock.settled();
    this.clock.refreshIfOld();
    return this.asRead(what, ask);
  }

  async askTime(): Promise<number> {
    const { serverTime } = (await this.ask('GET /fapi/v1/time', {})) as { serverTime?: number };
    if (typeof serverTime !== 'number') throw new AnsweredOtherwise({ status: 200, code: null, message: 'no time' });
    return serverTime;
  }

  askSigned(route: string, params: Params): Promise<unknown> {
    return this.ask(route, { recvWindow: RECV_WINDOW, timestamp: String(this.clock.nowMs()), ...params });
  }

  private async ask(route: string, params: Params): Promise<unknown> {
    const answer = await this.network.request(this.host, route, params);
    this.learn(answer.code);
    return bodyOf(answer, this.clock.nowMs());
  }

  private learn(code: string | null): void {
    const doubt = verdictOfCode(code)?.doubt;
    if (doubt === 'clock') this.clock.remeasure();
    if (doubt === 'rules') this.markets.doubt();
  }

  private open(): Promise<void> {
    return this.asRead('connecting', async () => {
      await Promise.all([this.clock.measure(), this.markets.load()]);
    });
  }

  private asRead<T>(what: string, ask: () => Promise<T>): Promise<T> {
    return ask().catch((fault: unknown) => {
      throw asVenueError(fault, what, 'the simulated venue');
    });
  }
}
