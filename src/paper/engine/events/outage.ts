import { refusal } from '../refusal';
import type { RefusalCode, Refusal } from '../refusal';
import type { World } from '../world';

/** What the venue says while it is down. All but `unknown`, `timeout` and `unexpected` promise that nothing was done. */
export const OUTAGE_SAYINGS = {
  unknown: '-1000',
  internal: '-1001',
  unavailable: '-1001 unavailable',
  unexpected: '-1006',
  timeout: '-1007',
  closed: '-1016',
} as const satisfies Record<string, RefusalCode>;
export type OutageSaying = keyof typeof OUTAGE_SAYINGS;

export interface Outage {
  readonly until: number;
  readonly saying: OutageSaying;
  /** Requests are carried out all the same, and only the answer says otherwise. */
  readonly executes: boolean;
}

export const currentOutage = (world: World): Outage | undefined =>
  world.outage && world.now() < world.outage.until ? world.outage : undefined;

export const sayOutage = ({ saying }: Outage): Refusal => refusal(OUTAGE_SAYINGS[saying]);
