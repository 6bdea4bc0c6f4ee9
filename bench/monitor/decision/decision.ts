import { progress } from '../progress';
import { BOOKS } from './book';
import type { Book } from './book';
import { reportDecision } from './report';
import type { Measured } from './report';
import { timeRest } from './time-rest';
import { timeTicks } from './time-ticks';
import type { TimedTick } from './time-ticks';
import { WatchedBook } from './watched-book';

const TICKS = 300;
const WARM_UP = 50;
const REST = 60;

/** Of the markets that have fallen: none, the last one, every fourth (with a long and a short in each, an eighth of positions). */
const MARKETS = { 'nobody exits': 0, 'the last one exits': Number.MAX_SAFE_INTEGER, 'one fallen market in four': 4 };

/** From a tick's arrival to the last decision it causes, in the monitor's own code, without a venue and without Temporal. */
export async function decision({ json }: { json: boolean }): Promise<void> {
  const measured: Measured[] = [];
  for (const book of BOOKS) measured.push(...(await measure(book)));
  console.log(reportDecision(measured, json));
}

async function measure(book: Book): Promise<Measured[]> {
  const watched = new WatchedBook();
  const of = (what: string, samples: readonly number[], ratioTo: readonly number[], exits?: number): Measured => ({
    ...{ book: book.name, what, samples, ratioTo },
    ...(exits === undefined ? {} : { exits }),
  });
  try {
    watched.watching.takeSnapshot(book.snapshot);
    await timeTicks(book, watched, 4, WARM_UP);
    const byMarket = new Map<string, TimedTick[]>();
    for (const [what, fallEvery] of Object.entries(MARKETS)) {
      progress('decision', `${book.name}, ${what}`);
      byMarket.set(what, await timeTicks(book, watched, fallEvery, TICKS));
    }
    const all = [...byMarket.values()].flat();
    const json = all.map((tick) => tick.json);
    const rest = Object.entries(await timeRest(book, watched, REST));
    return [
      of('JSON.parse of the message', json, json),
      of('message → ticks', all.map((tick) => tick.read), json), // prettier-ignore
      ...[...byMarket].map(([what, ticks]) =>
        of(`tick → decision, ${what}`, ticks.map((tick) => tick.decision), json, ticks[0]?.exits ?? 0)), // prettier-ignore
      ...rest.map(([what, samples]) => of(`waits for: ${what}`, samples, json)),
    ];
  } finally {
    watched.dispose();
  }
}
