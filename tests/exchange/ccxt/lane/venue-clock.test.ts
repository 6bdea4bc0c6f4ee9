import { VenueClock } from '../../../../src/exchange/ccxt/lane/venue-clock';

/** Two clocks and a road between them. */
function makeWorld(offsetMs: number, roundTrips: number[]) {
  const world = { machineMs: 1_000_000, offsetMs, fail: false, asked: 0 };
  const ask = (): Promise<number> => {
    world.asked += 1;
    if (world.fail) return Promise.reject(new Error('no answer'));
    const roundTripMs = roundTrips.shift() ?? 10;
    world.machineMs += roundTripMs;
    return Promise.resolve(world.machineMs - roundTripMs * 0.9 + world.offsetMs);
  };
  return { world, clock: new VenueClock(ask, () => world.machineMs) };
}

test('before any measurement it is this machine’s clock', () => {
  expect(makeWorld(5_000, []).clock.nowMs()).toBe(1_000_000);
});

test('the quickest sample is believed: it is off by at most half its round trip', async () => {
  const { world, clock } = makeWorld(-30_000, [400, 20, 300]);
  await clock.measure();
  expect(Math.abs(clock.nowMs() - (world.machineMs - 30_000))).toBeLessThanOrEqual(10);
});

test('concurrent measurements are one', async () => {
  const { world, clock } = makeWorld(0, []);
  await Promise.all([clock.measure(), clock.measure()]);
  expect(world.asked).toBe(3);
});

test('after a refused timestamp a slower sample is believed, too', async () => {
  const { world, clock } = makeWorld(0, [10, 10, 10, 200, 200, 200]);
  await clock.measure();
  world.offsetMs = 60_000;
  clock.remeasure();
  await clock.settled();
  expect(Math.abs(clock.nowMs() - (world.machineMs + 60_000))).toBeLessThanOrEqual(100);
});

test('an old sample gives way; a fresh one does not', async () => {
  const { world, clock } = makeWorld(0, [10, 10, 10, 50]);
  await clock.measure();
  clock.refreshIfOld();
  expect(world.asked).toBe(3);
  world.machineMs += 400_000;
  world.offsetMs = 777;
  clock.refreshIfOld();
  await clock.settled();
  expect(Math.abs(clock.offsetMs - 777)).toBeLessThanOrEqual(25);
});

test('failing to ask leaves the old belief, and the next one asks anew', async () => {
  const { world, clock } = makeWorld(-500, [10]);
  await clock.measure();
  const before = clock.offsetMs;
  world.fail = true;
  clock.remeasure();
  await clock.settled();
  expect(clock.offsetMs).toBe(before);
  await expect(clock.ask()).rejects.toThrow('no answer');
  world.fail = false;
  await expect(clock.ask()).resolves.toBeGreaterThan(0);
});

test('setting this machine’s clock does not move it', async () => {
  const clock = new VenueClock(() => Promise.resolve(1_000_000));
  await clock.measure();
  const before = clock.nowMs();
  const set = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  expect(clock.nowMs() - before).toBeLessThan(60_000);
  set.mockRestore();
});
