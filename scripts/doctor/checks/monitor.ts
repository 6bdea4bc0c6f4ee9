import { z } from 'zod';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

const PATIENCE_MS = 3_000;

const health = z.object({
  status: z.enum(['ok', 'degraded', 'blind']),
  account: z.string(),
  positionsWatched: z.number(),
  warnings: z.array(z.string()),
});

type Health = z.infer<typeof health>;

/** What the exit monitor says of itself. One that runs elsewhere, or not at all, is no fault. */
export const monitor: Check = async (patient) => {
  const url = `${patient.monitorUrl}/health`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return [judgeHealth(health.parse(await answer.json()), patient.name)];
  } catch {
    return [found('monitor.away', `no monitor answers at ${url}`)];
  }
};

export function judgeHealth({ status, account, positionsWatched, warnings }: Health, name: string): Finding {
  if (account !== name) return found('monitor.away', `the monitor that answers there watches ${account}, not ${name}`);
  const says = [`the monitor is ${status}, and watches ${positionsWatched} positions`, ...warnings].join('; ');
  return found(({ ok: 'monitor.well', degraded: 'monitor.degraded', blind: 'monitor.blind' } as const)[status], says);
}
