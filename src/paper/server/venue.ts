import { RateLimits } from '../engine/rate-limits';
import type { JournalLine } from '../engine/journal';
import { catchUp } from '../engine/time/catch-up';
import { makeWorld } from '../engine/world';
import type { World, WorldOptions } from '../engine/world';
import { FaultPlan } from '../faults/fault-plan';
import { Streams } from '../streams/streams';
import { Audit } from './audit';
import type { Sockets } from './sockets/sockets';

export type VenueOptions = Omit<WorldOptions, 'now' | 'record'>;

/** One world with everything around it. A reset replaces all of it at once. */
export class Venue {
  world!: World;
  audit!: Audit;
  faults!: FaultPlan;
  limits!: RateLimits;
  readonly streams: Streams;
  sockets: Pick<Sockets, 'beat' | 'disconnectStreams'> | undefined;

  constructor(
    readonly machineNow: () => number,
    readonly options: VenueOptions,
  ) {
    this.streams = new Streams(options.seed ?? 1);
    this.reset({});
  }

  /** The venue's clock may be ahead of the machine's, or behind. */
  readonly now = (): number => this.machineNow() + (this.world?.settings.clockSkewMs ?? 0);

  /** What is not said stays as the exchange was started. */
  reset(options: VenueOptions): void {
    const audit = new Audit();
    this.audit = audit;
    this.faults = new FaultPlan();
    this.limits = new RateLimits();
    this.world = makeWorld({ ...this.options, ...options, now: this.now, record: (line) => this.#record(audit, line) });
    this.streams.begin(this.world);
  }

  /** A line of a world that has been replaced is nobody's news. */
  #record(audit: Audit, line: JournalLine): void {
    audit.record(line);
    if (audit === this.audit) this.streams.record(line);
  }

  /** Lets everything happen that was due by now. */
  catchUp(): void {
    catchUp(this.world);
    this.streams.catchUp(this.now());
    this.sockets?.beat(this.now());
  }
}
