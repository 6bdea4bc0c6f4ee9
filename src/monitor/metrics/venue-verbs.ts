import type { Instruments } from './instruments';
import { tellGauge } from './tell-gauge';

/** What the venue says of its limits. Null: not known now; left out: as it was told last. */
export interface VenueUsage {
  weight1m?: number | null | undefined;
  weightLimit1m?: number | null | undefined;
  orders10s?: number | null | undefined;
  ordersLimit10s?: number | null | undefined;
  orders1m?: number | null | undefined;
  ordersLimit1m?: number | null | undefined;
}

export const venueVerbs = (instruments: Instruments) => ({
  venueReachable: (reachable: boolean): void => instruments.closeproof_venue_reachable.set(reachable ? 1 : 0),

  venueUsage(usage: VenueUsage): void {
    const { closeproof_venue_weight_used: weight, closeproof_venue_weight_limit: weightLimit } = instruments;
    const { closeproof_venue_orders_used: orders, closeproof_venue_orders_limit: ordersLimit } = instruments;
    for (const [gauge, value, labels] of [
      [weight, usage.weight1m, {}],
      [weightLimit, usage.weightLimit1m, {}],
      [orders, usage.orders10s, { window: '10s' }],
      [orders, usage.orders1m, { window: '1m' }],
      [ordersLimit, usage.ordersLimit10s, { window: '10s' }],
      [ordersLimit, usage.ordersLimit1m, { window: '1m' }],
    ] as const)
      if (value !== undefined) tellGauge<string>(gauge, value, labels);
  },
});
