import type { Scenario } from './scenario';
import { MARKET, QUANTITY } from './market';

/** A venue far away, from an ocean to the moon. */
export const slowNetworks: readonly Scenario[] = [slow(200, 10_000), slow(700, 15_000), slow(1_200, 30_000)];

function slow(oneWayMs: number, withinMs: number): Scenario {
  return {
    name: `every byte to and from the venue takes ${oneWayMs} ms`,
    boundedBy: 'round trips: the reading, the order, the look-up; a reading that is too old at the order is made again',
    withinMs,
    play: async (field) => {
      const { toVenue } = await field.steadyWorker();
      const setLatency = (ms: number) => void (toVenue.there.latencyMs = toVenue.back.latencyMs = ms);
      setLatency(oneWayMs);
      const close = await field.close(MARKET, QUANTITY);
      const brokenAtMs = Date.now();
      return {
        closes: [close],
        brokenAtMs,
        mendedAtMs: brokenAtMs,
        afterwards: () => Promise.resolve((setLatency(0), [])),
      };
    },
  };
}
