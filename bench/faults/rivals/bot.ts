import { closingWord, reducingWords } from '../../../tests/simulation/adversary/resting';
import type { RestingPlan } from '../../../tests/simulation/adversary/resting';
import { SYMBOL } from '../../../tests/simulation/adversary/scenario';
import type { Stage } from '../../../tests/simulation/runs/stage';
import type { Worker } from '../../../tests/simulation/temporal/fleet';
import { freezeMs } from '../../../tests/simulation/venue/watched';
import { isGone } from './refusal';
import { readOrder } from './order-view';
import type { OrderView } from './order-view';
import type { Trade } from './trade';

/** ccxt's own default for this venue. */
const RECV_WINDOW = '10000';

const NEVER = new Promise<never>(() => undefined);

/** What survives a process of the bot: its database, and the count that keeps its order names apart. */
export interface Memory {
  trade: Trade;
  names: number;
}

/** One process of a plain bot, on the lane, the network and the machine that our own workers have in this world. */
export class Bot {
  constructor(
    readonly stage: Stage,
    private readonly worker: Worker,
    private readonly memory: Memory,
  ) {}

  get trade(): Trade {
    return this.memory.trade;
  }

  /** Written at once, unless the process dies with the news in its hand. */
  async save(trade: Trade): Promise<void> {
    const { chance, weather } = this.stage;
    if (chance.odds(weather().untold)) this.worker.die();
    await this.whileAlive();
    this.memory.trade = trade;
  }

  async rest(ms: number): Promise<void> {
    await this.stage.clock.sleep(ms);
    await this.whileAlive();
  }

  nextName(): string {
    return `bot-${(this.memory.names += 1)}`;
  }

  /** A market order on the closing side. Throws whatever comes back that is not an order, as ccxt does. */
  async send(quantity: string, name: string, reducing = reducingWords(this.stage.scenario)): Promise<OrderView> {
    const side = closingWord(this.stage.scenario);
    const order = { symbol: SYMBOL, side, type: 'MARKET', quantity, newClientOrderId: name };
    this.mayDie();
    await this.mayFreeze(3);
    return readOrder(await this.ask('POST /fapi/v1/order', { ...order, newOrderRespType: 'RESULT', ...reducing }));
  }

  /** Throws where the venue does not answer with the order, and where it says that it knows none. */
  async lookUp(name: string): Promise<OrderView> {
    return readOrder(await this.ask('GET /fapi/v1/order', { symbol: SYMBOL, origClientOrderId: name }));
  }

  /** Returns where the venue says that it is cancelled, or gone already. */
  async cancel({ params: { clientAlgoId, newClientOrderId } }: RestingPlan): Promise<void> {
    try {
      if (clientAlgoId !== undefined) await this.ask('DELETE /fapi/v1/algoOrder', { clientAlgoId });
      else await this.ask('DELETE /fapi/v1/order', { symbol: SYMBOL, origClientOrderId: newClientOrderId! });
    } catch (fault) {
      if (!isGone(fault)) throw fault;
    }
  }

  private async ask(route: string, params: Readonly<Record<string, string>>): Promise<unknown> {
    const { lane } = this.worker;
    await this.mayFreeze(1);
    await lane.connect();
    await lane.clock.settled();
    return lane.askSigned(route, { recvWindow: RECV_WINDOW, ...params });
  }

  private mayDie(): void {
    const { chance, weather, clock } = this.stage;
    if (chance.odds(weather().dies)) clock.after(chance.span(1, 3_000), () => this.worker.die());
  }

  private async mayFreeze(times: number): Promise<void> {
    const { chance, weather } = this.stage;
    if (chance.odds(weather().freezes * times)) await this.rest(freezeMs(chance));
  }

  /** The code of a process that has died goes nowhere. */
  private whileAlive(): Promise<void> {
    return this.worker.alive ? Promise.resolve() : NEVER;
  }
}
