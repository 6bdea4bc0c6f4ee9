import type { CloseView, PositionView, StepName } from '../../../../src/monitor/views';
import type { FixtureMonitor } from '../../http/support/fixture-monitor';
import { closeView, positionView, rulesOf } from '../../http/support/views';

const BASES: readonly (readonly [base: string, price: number, places: number])[] = [
  ['BTC', 91_240, 1], ['ETH', 3_180, 2], ['SOL', 142.6, 3], ['AVAX', 14.8, 3], ['ATOM', 2.61, 4], ['LINK', 13.4, 3],
  ['DOGE', 0.1524, 5], ['XRP', 2.21, 4], ['ADA', 0.433, 5], ['DOT', 2.38, 4], ['LTC', 84.2, 2], ['BCH', 531.7, 2],
  ['UNI', 6.21, 4], ['NEAR', 1.88, 4], ['APT', 2.41, 4], ['ARB', 0.214, 5], ['OP', 0.322, 5], ['FIL', 1.61, 4],
  ['INJ', 5.92, 4], ['SUI', 1.55, 4], ['TIA', 0.624, 5], ['SEI', 0.138, 6], ['AAVE', 186.4, 2], ['MKR', 1_420, 1],
  ['CRV', 0.402, 5], ['SNX', 0.61, 5], ['RUNE', 0.71, 5], ['ALGO', 0.142, 6], ['EGLD', 8.4, 3], ['XLM', 0.251, 6],
]; // prettier-ignore

/** Chance with a seed: the same market each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Instrument {
  id: string;
  side: 'long' | 'short';
  entry: number;
  mark: number;
  places: number;
  quantity: string;
}

/** Positions whose prices walk, for the board to show. */
export class MovingMarket {
  readonly #chance = chance(7);
  readonly #instruments: Instrument[];

  constructor(
    private readonly monitor: FixtureMonitor,
    count: number,
  ) {
    this.#instruments = Array.from({ length: count }, (_, index) => this.#list(index));
    for (let warmUp = 0; warmUp < 3; warmUp += 1) this.step();
  }

  /** Every price takes one step, away from where an exit would fire. */
  step(): void {
    for (const one of this.#instruments) {
      const share = (one.mark - one.entry) / one.entry / (one.side === 'long' ? 1 : -1);
      const pull = share < -0.0125 ? 1 : share > 0.0225 ? -1 : 0;
      const step = (this.#chance() + this.#chance() - 1 + pull * (one.side === 'long' ? 1 : -1)) * 0.0006;
      one.mark += one.mark * step;
    }
    this.monitor.positionsNow = this.#instruments.map((one) => this.#show(one));
  }

  #list(index: number): Instrument {
    const [base, price, places] = BASES[index % BASES.length]!;
    const side = this.#chance() < 0.62 ? 'long' : 'short';
    // Between the stop at −1.5 % and the target at +2.5 %, most of them in the middle.
    const drift = (0.005 + (this.#chance() + this.#chance() - 1) * 0.018) * (side === 'long' ? 1 : -1);
    const money = 400 + this.#chance() ** 3 * 24_000;
    return {
      id: `${base}${index < BASES.length ? '' : Math.floor(index / BASES.length)}USDT`,
      side,
      entry: price,
      mark: price * (1 + drift),
      places,
      quantity: (money / price).toPrecision(3).replace(/e.*/, ''),
    };
  }

  #show({ id, side, entry, mark, places, quantity }: Instrument): PositionView {
    const sign = side === 'long' ? 1 : -1;
    const profitPercent = ((mark - entry) / entry) * 100 * sign;
    const seen = positionView({
      marketId: id,
      side,
      entryPrice: entry.toFixed(places),
      markPrice: mark.toFixed(places),
    });
    const trailing = {
      rule: 'trailingStop',
      reason: 'TRAILING_STOP' as const,
      state: profitPercent > 1 ? ('armed' as const) : ('waiting' as const),
      level: profitPercent > 1 ? mark * (1 - 0.012 * sign) : entry * (1 + 0.01 * sign),
      distancePercent: profitPercent > 1 ? 1.2 : Math.abs(1 - profitPercent),
    };
    return {
      ...seen,
      quantity,
      profit: (mark - entry) * sign * Number(quantity),
      profitPercent,
      heldForMs: (1 + (id.length % 5)) * 4_700_000 + entry * 10,
      rules: [...rulesOf(side, entry, mark).slice(0, 2), trailing],
      close: this.monitor.positionsNow.find((one) => one.marketId === id && one.side === side)?.close ?? null,
    };
  }
}

const STEPS: readonly StepName[] = ['validate', 'marginBypass', 'placeOrder', 'awaitTerminalFilled'];

/** A close that stands in its n-th step, from 0; 4 is done. */
export function closeAtStep(step: number, given: Partial<CloseView> = {}): CloseView {
  const stateOf = (index: number) => (index < step ? 'done' : index === step ? 'running' : 'idle');
  const steps = Object.fromEntries(STEPS.map((name, index) => [name, stateOf(index)])) as CloseView['steps'];
  return closeView({
    running: true,
    state: 'closing',
    doing:
      ['reading the position', 'proving that it only reduces', 'sending the order', 'waiting for the venue’s word'][
        step
      ] ?? null,
    outcome: null,
    because: null,
    finishedAt: null,
    timeToFlatMs: null,
    startedAt: new Date().toISOString(),
    steps,
    ...given,
  });
}
