import { RateLimits } from '../engine/rate-limits';
import { fillDueOrders } from '../engine/orders/fill-due-orders';
import { makeWorld } from '../engine/world';
import type { World, WorldOptions } from '../engine/world';
import { FaultPlan } from '../faults/fault-plan';
import { Audit } from './audit';

export type VenueOptions = Omit<WorldOptions, 'now' | 'record'>;

/** One world with everything around it. A reset replaces all of it at once. */
export class Venue {
  world!: World;
  audit!: Audit;
  faults!: FaultPlan;
  limits!: RateLimits;

  constructor(
    readonly now: () => number,
    readonly options: VenueOptions,
  ) {
    this.reset({});
  }

  /** What is not said stays as the exchange was started. */
  reset(options: VenueOptions): void {
    const audit = new Audit();
    this.audit = audit;
    this.faults = new FaultPlan();
    this.limits = new RateLimits();
    this.world = makeWorld({ ...this.options, ...options, now: this.now, record: (line) => audit.record(line) });
  }

  /** Lets everything happen that was due by now. */
  catchUp(): void {
    fillDueOrders(this.world);
  }
}
