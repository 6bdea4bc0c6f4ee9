import type { WatchedSnapshot } from '../../../src/exchange/watch-port';
import { VenueError } from '../../../src/exchange/venue-error';
import { PositionFeed } from '../../../src/monitor/feeds/position-feed';
import { waitFor } from '../../paper/support/wait';
import { capturedLogger } from './support/captured-logger';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A venue whose answers are given by hand. */
class HandVenue {
  readonly startedAt: number[] = [];
  used1m = 0;
  private readonly waiting: { resolve: (snapshot: WatchedSnapshot) => void; reject: (fault: Error) => void }[] = [];
  private standing: (() => Promise<WatchedSnapshot>) | null = null;

  weightUsed = () => ({ used1m: this.used1m, limit1m: 2_400 });
  venueNowMs = () => 1_700_000_040_000;

  listPositions = (): Promise<WatchedSnapshot> => {
    this.startedAt.push(performance.now());
    if (this.standing !== null) return this.standing();
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  };

  /** Answers everything at once from now on. */
  always(answer: () => Promise<WatchedSnapshot> = () => Promise.resolve({ readAtMs: 0, positions: [] })): void {
    this.standing = answer;
  }

  answer(readAtMs = 0): void {
    this.waiting.shift()?.resolve({ readAtMs, positions: [] });
  }

  reads = (count: number) => waitFor(() => this.startedAt.length >= count, `read ${count}`);
}

let venue: HandVenue;
let feed: PositionFeed;
let seen: number[];

const start = (
  everyMs: number,
  onSnapshot: (snapshot: WatchedSnapshot) => void = ({ readAtMs }) => seen.push(readAtMs),
) => {
  const { logger, lines } = capturedLogger();
  feed = new PositionFeed({ watch: venue, logger, onSnapshot, everyMs });
  feed.start();
  return lines;
};

beforeEach(() => {
  venue = new HandVenue();
  seen = [];
});
afterEach(async () => {
  venue.always();
  venue.answer();
  await feed.stop();
});

const gap = (index: number): number => (venue.startedAt[index] ?? 0) - (venue.startedAt[index - 1] ?? 0);

test('reads start on a clock, whatever the venue takes to answer', async () => {
  venue.always(() => sleep(60).then(() => ({ readAtMs: 1, positions: [] })));
  start(200);
  await venue.reads(4);
  for (const index of [1, 2, 3]) expect(gap(index)).toBeGreaterThanOrEqual(195);
  expect((venue.startedAt[3] ?? 0) - (venue.startedAt[0] ?? 0)).toBeLessThan(900);
});

test('a hint has the next read start at once', async () => {
  venue.always();
  start(60_000);
  await venue.reads(1);
  await sleep(600);
  const hintedAt = performance.now();
  feed.hint();
  await venue.reads(2);
  expect((venue.startedAt[1] ?? 0) - hintedAt).toBeLessThan(50);
});

test('hints during a read have one more follow it, however many they were', async () => {
  start(60_000);
  await venue.reads(1);
  for (let n = 0; n < 20; n += 1) feed.hint();
  await sleep(100);
  expect(venue.startedAt).toHaveLength(1);
  venue.answer(1);
  await venue.reads(2);
  venue.answer(2);
  await sleep(700);
  expect(venue.startedAt).toHaveLength(2);
  expect(seen).toEqual([1, 2]);
});

test('a storm of hints is read every half a second', async () => {
  venue.always();
  start(60_000);
  const storm = setInterval(() => feed.hint(), 5);
  await venue.reads(4);
  clearInterval(storm);
  for (const index of [1, 2, 3]) expect(gap(index)).toBeGreaterThanOrEqual(490);
});

test('a listener that throws loses its snapshot, and gets the next one', async () => {
  venue.always(() => Promise.resolve({ readAtMs: 7, positions: [] }));
  const lines = start(300, ({ readAtMs }) => {
    seen.push(readAtMs);
    throw new Error('boom');
  });
  await waitFor(() => seen.length >= 3, 'three snapshots');
  expect(feed.status().state).toBe('live');
  expect(lines.some(({ msg }) => msg === 'FEED LISTENER FAILED: positions')).toBe(true);
});

describe('what it says of itself', () => {
  test('starting, until the first answer; live after it', async () => {
    start(3000);
    await venue.reads(1);
    expect(feed.status()).toEqual({ name: 'positions', state: 'starting', lastAtMs: null, reconnects: 0 });
    venue.answer();
    await waitFor(() => feed.status().state === 'live', 'live');
    expect(Math.abs((feed.status().lastAtMs ?? 0) - Date.now())).toBeLessThan(1_000);
  });

  test('down while reads fail, with why and how old the last positions are; live again by itself', async () => {
    venue.always();
    start(300);
    await waitFor(() => feed.status().state === 'live', 'live');
    venue.always(() => Promise.reject(new Error('no answer')));
    await waitFor(() => feed.status().state === 'down', 'down');
    expect(feed.status().detail).toMatch(/^no answer; of the positions, the last are \d+\.\d s old$/);
    venue.always();
    await waitFor(() => feed.status().state === 'live', 'live again');
    expect(feed.status().reconnects).toBe(1);
  });

  test('stale while an answer does not come', async () => {
    venue.always();
    start(300);
    await waitFor(() => feed.status().state === 'live', 'live');
    venue.always(
      () => new Promise<WatchedSnapshot>((resolve) => setTimeout(resolve, 1_500, { readAtMs: 0, positions: [] })),
    );
    await waitFor(() => feed.status().state === 'stale', 'stale');
  });

  test('slower when the budget is used up, in the venue’s numbers', async () => {
    venue.used1m = 1_250;
    venue.always();
    start(100);
    await waitFor(() => feed.status().state === 'fallback', 'slower');
    await sleep(500);
    expect(venue.startedAt).toHaveLength(1);
    expect(feed.status().detail).toBe(
      'read every 5.0 s, not 0.1 s: 1250 of the venue’s 2400 weight a minute are used, and feeds keep to 1200',
    );
  });
});

test.each([
  ['a venue that asks for time gets it', { type: 'VenueThrottled', retryAfterMs: 800 }, 790],
  ['a refused key is not insisted on', { type: 'CredentialsRefused' }, 2_000],
] as const)('%s', async (_, trouble, quietMs) => {
  venue.always(() => Promise.reject(new VenueError({ ...trouble, detail: 'no', needsPerson: false })));
  start(20);
  await venue.reads(1);
  await sleep(quietMs - 50);
  feed.hint();
  expect(venue.startedAt).toHaveLength(1);
});
