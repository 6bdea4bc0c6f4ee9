import { decision } from './decision/decision';
import { memory } from './memory';
import { rules } from './rules';

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
const PARTS: Readonly<Record<string, (options: MonitorOptions) => void | Promise<void>>> = { rules, decision, memory };

export async function monitor(options: MonitorOptions): Promise<void> {
  const { only } = options;
  if (only !== undefined && PARTS[only] === undefined)
    throw new Error(`--only ${only}: the parts are ${Object.keys(PARTS).join(', ')}`);
  for (const [name, part] of Object.entries(PARTS)) if (only === undefined || only === name) await part(options);
}
