import { metricValue } from './metric-value';

/** What a monitor process holds, in MB, by its own metrics. */
export interface Held {
  resident: number;
  heapUsed: number;
  /** What the engine keeps for its heap, in use or not. */
  heapTotal: number;
}

/** Of the answer to `GET /metrics`. */
export function readHeld(text: string): Held {
  const megabytes = (name: string): number => metricValue(text, `closeproof_${name}_bytes`) / 2 ** 20;
  return {
    resident: megabytes('process_resident_memory'),
    heapUsed: megabytes('nodejs_heap_size_used'),
    heapTotal: megabytes('nodejs_heap_size_total'),
  };
}
