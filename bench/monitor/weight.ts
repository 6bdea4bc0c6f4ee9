import { table } from '../table';
import type { HealthView } from '../../src/monitor/views';
import { MostByMinute } from './most-by-minute';
import { pause } from './pause';
import { progress } from './progress';
import { startWatched } from './watched-stack';

const POSITIONS = [45, 1_000];
/** The candles of a thousand symbols take four minutes to be read; after them nothing new comes. */
const MINUTES_MAX = 6;
const LOOK_EVERY_MS = 500;

/** What a real monitor process asks of the venue in each whole minute, by the venue's own count in its answers' headers. */
export async function weight({ minutes, json }: { minutes: number; json: boolean }): Promise<void> {
  const whole = Math.max(1, Math.min(Math.floor(minutes), MINUTES_MAX));
  const rows = await Promise.all(POSITIONS.map((positions) => measure(positions, whole)));
  if (json) console.log(JSON.stringify({ part: 'weight', rows }));
  else print(rows);
}

async function measure(positions: number, minutes: number) {
  const { monitor, stop } = await startWatched(positions);
  const most = new MostByMinute();
  let limit: number | null = null;
  try {
    while (most.minutes.length < minutes + 2) {
      const { exchange } = (await (await fetch(`${monitor.url}/health`)).json()) as HealthView;
      if (most.note(Date.now(), exchange.weightUsed1m ?? 0))
        progress('weight', `${positions} positions: ${most.minutes.slice(0, -1).join(', ')} so far`);
      limit = exchange.weightLimit1m ?? limit;
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    await stop();
  }
  // The first minute was begun before the monitor was, and the last is not over.
  return { positions, limit, startMinute: most.minutes[0] ?? NaN, byMinute: most.minutes.slice(1, -1) };
}

type Row = Awaited<ReturnType<typeof measure>>;

function print(rows: readonly Row[]): void {
  const head = ['positions', 'minute of the start', 'each minute after it', 'most', 'the venue allows', 'share of it'];
  const cells = rows.map(({ positions, limit, startMinute, byMinute }) => {
    const most = Math.max(startMinute, ...byMinute);
    const share = limit === null ? '' : `${((most / limit) * 100).toFixed(0)} %`;
    return [String(positions), String(startMinute), byMinute.join(', '), String(most), String(limit ?? ''), share];
  });
  console.log(table(head, cells));
}
