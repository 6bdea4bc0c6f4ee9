import { legKey } from '../../engine/account/leg';
import type { Leg } from '../../engine/account/leg';
import { ZERO, amount } from '../../engine/decimal';
import type { Amount } from '../../engine/decimal';
import type { ExecutionLine, FundingLine, JournalLine, OrderLine } from '../../engine/journal';
import { legOf } from '../../engine/world';
import type { World } from '../../engine/world';
import type { StreamEvent } from '../subscriber';
import { accountConfigUpdate } from './account-config-update';
import { accountUpdate } from './account-update';
import type { AccountReason, LegChanged } from './account-update';
import { algoUpdate } from './algo-update';
import { isMarginThin, marginCall } from './margin-call';
import { orderChanged, orderTraded } from './order-trade-update';
import { tradeLite } from './trade-lite';

/** Turns the journal of one world into what its owner is told. It remembers only what the journal's lines do not say. */
export class UserFeed {
  #newestOrder = 0;
  #wasThin = false;
  readonly #realized = new Map<string, Amount>();

  constructor(readonly world: World) {}

  /** Called for every line, heard or not; the events are made when somebody wants them. */
  read(line: JournalLine): () => readonly StreamEvent[] {
    if (line.kind === 'order') return this.#order(line);
    if (line.kind === 'execution') return this.#execution(line);
    if (line.kind === 'algo') return () => [algoUpdate(this.world, line)];
    if (line.kind === 'funding') return () => [this.#funding(line)];
    if (line.kind === 'leverage') return () => [accountConfigUpdate(this.world, line)];
    return () => [];
  }

  /** Legs that were put there by hand. */
  adjust(legs: readonly Leg[]): StreamEvent {
    return this.account('ADJUSTMENT', this.world.now(), legs);
  }

  account(reason: AccountReason, at: number, legs: readonly Leg[], change?: string): StreamEvent {
    const rows: LegChanged[] = legs.map((leg) => ({ leg, realized: this.#realizedOf(leg) }));
    return accountUpdate(this.world, reason, at, rows, change);
  }

  /** One warning each time the margin becomes thin. */
  warn(): readonly StreamEvent[] {
    const wasThin = this.#wasThin;
    this.#wasThin = isMarginThin(this.world);
    return this.#wasThin && !wasThin ? [marginCall(this.world)] : [];
  }

  /** Order numbers only rise, so the first line of an order is told by its number. */
  #order(line: OrderLine): () => readonly StreamEvent[] {
    const isNew = line.orderId > this.#newestOrder;
    if (isNew) this.#newestOrder = line.orderId;
    return () => [orderChanged(this.world, line, isNew)];
  }

  #execution(line: ExecutionLine): () => readonly StreamEvent[] {
    const leg = legOf(this.world, line.symbol, line.positionSide);
    this.#realized.set(legKey(leg.symbol, leg.positionSide), this.#realizedOf(leg).plus(amount(line.realizedPnl)));
    return () => [tradeLite(this.world, line), this.account('ORDER', line.at, [leg]), orderTraded(this.world, line)];
  }

  /** Only an isolated position is shown with its funding. Source: "Event: Balance and Position Update" in the documentation. */
  #funding(line: FundingLine): StreamEvent {
    const leg = legOf(this.world, line.symbol, line.positionSide);
    const shown = this.world.isolated.has(line.symbol) ? [leg] : [];
    return this.account('FUNDING_FEE', line.at, shown, line.amount);
  }

  #realizedOf(leg: Leg): Amount {
    return this.#realized.get(legKey(leg.symbol, leg.positionSide)) ?? ZERO;
  }
}
