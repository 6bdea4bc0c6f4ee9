import type { Layer } from './layer-schema';
import type { AtrSettings } from './position-settings';

/** What holds where no file says otherwise. */
export const BUILT_IN = {
  liquidationBuffer: { percent: 2 },
  stopLoss: { percent: 1.5 },
  atrStop: 'off',
  trailingStop: { percent: 1.5, armedFromPercent: 1 },
  atrTrailing: 'off',
  takeProfit: { percent: 2.5 },
  maxHold: 'off',
  guards: { staleAfter: 10_000, jumpPercent: 10, believeAfter: 2_000, believeTicks: 3 },
} as const satisfies Layer;

export const BUILT_IN_ATR: AtrSettings = { interval: '1h', period: 14 };
