import { decision } from './decision/decision';
import { memory } from './memory';
import { order } from './order/order';
import { rules } from './rules';
import { weight } from './weight';

export interface MonitorOptions {
  /** Undefined: every part, one after the other. */
  only: string | undefined;
  /** Of the parts that watch over time. */
  minutes: number;
  /** Of each way, for the part that closes. */
  closes: number;
  json: boolean;
}

/** What it costs to watch, part by part. */
const PARTS: Readonly<Record<string, (options: MonitorOptions) => void | Promise<void>>> = {
  rules,
  decision,
  order,
  memory,
  weight,
};

export async function monitor(options: MonitorOptions): Promise<void> {
  const { only } = options;
  if (only !== undefined && PARTS[only] === undefined)
    throw new Error(`--only ${only}: the parts are ${Object.keys(PARTS).join(', ')}`);
  for (const [name, part] of Object.entries(PARTS)) if (only === undefined || only === name) await part(options);
}
