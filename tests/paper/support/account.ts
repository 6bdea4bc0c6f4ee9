import { ENDPOINTS } from '../../../src/paper/engine/endpoints';
import type { ExecutionLine, JournalLine } from '../../../src/paper/engine/journal';
import { Book } from '../../../src/paper/engine/market/book';
import type { BookShape } from '../../../src/paper/engine/market/book';
import { Refusal } from '../../../src/paper/engine/refusal';
import { makeWorld } from '../../../src/paper/engine/world';
import type { World, WorldOptions } from '../../../src/paper/engine/world';
import { catchUp } from '../../../src/paper/engine/time/catch-up';
import { movePrice } from '../../../src/paper/engine/market/move-price';
import { establishLeg } from '../../../src/paper/engine/account/put-leg';
import { settleLeg } from '../../../src/paper/engine/orders/settle-leg';
import { amount } from '../../../src/paper/engine/decimal';

/** The fields of an order that tests look at by name. */
export interface OrderRow {
  readonly orderId: number;
  readonly status: string;
  readonly origQty: string;
  readonly executedQty: string;
}

/** An account in a bare engine: no server, no signatures, a clock that moves when told. */
export class Account {
  clock = 1_700_000_000_000;
  readonly lines: JournalLine[] = [];
  readonly world: World;

  constructor(options: Partial<WorldOptions> = {}) {
    this.world = makeWorld({ now: () => this.clock, record: (line) => this.lines.push(line), ...options });
  }

  call<T = unknown>(route: string, params: Record<string, string> = {}): T {
    catchUp(this.world);
    return ENDPOINTS[route]!.answer(this.world, params) as T;
  }

  /** The refusal's code, or 0 when the venue said yes. */
  code(route: string, params: Record<string, string> = {}): number {
    try {
      this.call(route, params);
      return 0;
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.code;
      throw thrown;
    }
  }

  /** What the venue says when it refuses, code and words. */
  words(route: string, params: Record<string, string> = {}): [number, string] {
    try {
      this.call(route, params);
      return [0, 'accepted'];
    } catch (thrown) {
      if (thrown instanceof Refusal) return [thrown.code, thrown.message];
      throw thrown;
    }
  }

  /** Time goes by, and whatever is due happens. */
  wait(ms: number): void {
    this.clock += ms;
    catchUp(this.world);
  }

  /** A thin book instead of the deep one. */
  thin(shape: Partial<BookShape> = {}, symbol = 'BTCUSDT'): void {
    const usual = { spreadTicks: 1, gapTicks: 10, levels: 5, levelNotional: amount(60000), refillMs: 1000 };
    this.world.books.set(symbol, new Book({ ...usual, ...shape }, symbol, this.world.seed));
  }

  order(params: Record<string, string>): OrderRow {
    return this.call('POST /fapi/v1/order', {
      symbol: 'BTCUSDT',
      type: 'MARKET',
      newOrderRespType: 'RESULT',
      ...params,
    });
  }

  orderCode(params: Record<string, string>): number {
    return this.code('POST /fapi/v1/order', { symbol: 'BTCUSDT', type: 'MARKET', ...params });
  }

  find(clientOrderId: string): OrderRow {
    return this.call('GET /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: clientOrderId });
  }

  price(mark: string, symbol = 'BTCUSDT'): void {
    movePrice(this.world, symbol, amount(mark));
  }

  /** Signed quantity. */
  put(quantity: string, positionSide: 'BOTH' | 'LONG' | 'SHORT' = 'BOTH'): void {
    establishLeg(this.world, {
      symbol: 'BTCUSDT',
      positionSide,
      quantity: amount(quantity),
      entryPrice: amount(60000),
      updatedAt: this.clock,
    });
    settleLeg(this.world, 'BTCUSDT', positionSide);
  }

  position(positionSide: 'BOTH' | 'LONG' | 'SHORT' = 'BOTH'): string {
    const rows = this.call<{ positionSide: string; positionAmt: string }[]>('GET /fapi/v3/positionRisk', {
      symbol: 'BTCUSDT',
    });
    return rows.find((row) => row.positionSide === positionSide)?.positionAmt ?? 'none';
  }

  executions(): ExecutionLine[] {
    return this.lines.filter((line) => line.kind === 'execution');
  }
}
