import type { CloseState } from '../../../src/domain/close-state';
import { CALM } from '../adversary/weather';
import type { Weather } from '../adversary/weather';
import type { Scenario } from '../adversary/scenario';
import { Log } from '../log';
import { Desk } from '../temporal/desk';
import { Fleet } from '../temporal/fleet';
import type { Machine } from '../temporal/fleet';
import { Server } from '../temporal/server';
import { Chance } from '../time/chance';
import { Clock } from '../time/clock';
import { Network } from '../venue/network';
import { Venue } from '../venue/venue';
import { RUN_ID, START_MS } from '../../support/close-fixtures';

/** All that takes part in one run. */
export class Stage {
  readonly clock = new Clock(START_MS);
  readonly log = new Log(() => this.clock.nowMs);
  readonly chance: Chance;
  readonly venue: Venue;
  readonly desk: Desk;
  readonly fleet: Fleet;
  readonly server: Server;
  readonly machine: Machine;
  readonly runId = RUN_ID;
  #names = 0;
  #waiting: { state: CloseState; act: () => void }[] = [];

  constructor(readonly scenario: Scenario) {
    const { clock, log } = this;
    this.chance = new Chance(scenario.seed ^ 0x5eed);
    this.machine = { skewMs: scenario.skewMs };
    this.venue = new Venue(clock, scenario, log);
    const network = new Network(clock, this.chance, this.weather, this.venue, log);
    this.fleet = new Fleet(clock, network, log, this.machine);
    this.server = new Server(clock, this.chance, this.weather, this.fleet, log);
    this.desk = new Desk(clock, log);
  }

  /** Once, when the close next gets there. */
  when(state: CloseState, act: () => void): void {
    this.#waiting.push({ state, act });
  }

  reached(state: CloseState): void {
    const due = this.#waiting.filter((one) => one.state === state);
    this.#waiting = this.#waiting.filter((one) => one.state !== state);
    for (const { act } of due) act();
  }

  weather = (): Weather => (this.clock.nowMs < this.scenario.healAtMs ? this.scenario.weather : CALM);

  /** A name for an order that is not ours. */
  someName = (): string => `web-${(this.#names += 1)}`;
}
