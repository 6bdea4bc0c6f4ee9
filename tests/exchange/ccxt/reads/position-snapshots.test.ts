import { PositionSnapshots } from '../../../../src/exchange/ccxt/reads/position-snapshots';

/** A venue whose snapshots are answered by hand. Each is numbered by its start. */
function makeVenue(spacingMs?: () => number) {
  const open: { answer: () => void; fail: (fault: Error) => void }[] = [];
  const take = () => {
    const number = open.length + 1;
    return new Promise<number>((resolve, reject) => {
      open.push({ answer: () => resolve(number), fail: reject });
    });
  };
  const snapshots = new PositionSnapshots(take, spacingMs);
  return { snapshots, open, answer: (number: number) => open[number - 1]?.answer() };
}

/** Lets everything run that waits for nothing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('readers who ask together share one request', async () => {
  const { snapshots, open, answer } = makeVenue();
  const reads = [snapshots.read(), snapshots.read(), snapshots.read()];
  await settle();
  expect(open).toHaveLength(1);
  answer(1);
  expect(await Promise.all(reads)).toEqual([1, 1, 1]);
});

test('a read is never answered by a snapshot that was under way when it was asked', async () => {
  const { snapshots, answer } = makeVenue();
  const first = snapshots.read();
  await settle();
  const second = snapshots.read();
  await settle();
  answer(1);
  answer(2);
  expect(await first).toBe(1);
  expect(await second).toBe(2);
});

test('nor by one that has ended', async () => {
  const { snapshots, answer } = makeVenue();
  const first = snapshots.read();
  await settle();
  answer(1);
  await first;
  const second = snapshots.read();
  await settle();
  answer(2);
  expect(await second).toBe(2);
});

test('with two under way, all who ask wait for the third together', async () => {
  const { snapshots, open, answer } = makeVenue();
  const early = [snapshots.read(), settle().then(() => snapshots.read())];
  await settle();
  await settle();
  const late = [snapshots.read(), snapshots.read()];
  await settle();
  const later = snapshots.read();
  await settle();
  expect(open).toHaveLength(2);
  answer(1);
  await settle();
  expect(open).toHaveLength(3);
  answer(2);
  answer(3);
  expect(await Promise.all([...early, ...late, later])).toEqual([1, 2, 3, 3, 3]);
});

test('a stalled request does not hold up the others', async () => {
  const { snapshots, answer } = makeVenue();
  const stalled = snapshots.read();
  await settle();
  for (let number = 2; number < 10; number += 1) {
    const read = snapshots.read();
    await settle();
    answer(number);
    expect(await read).toBe(number);
  }
  answer(1);
  expect(await stalled).toBe(1);
});

test('a failure is shared by those who waited for it, and by nobody else', async () => {
  const { snapshots, open, answer } = makeVenue();
  const failing = Promise.allSettled([snapshots.read(), snapshots.read()]);
  await settle();
  const after = snapshots.read();
  await settle();
  open[0]?.fail(new Error('cut'));
  answer(2);
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await after).toBe(2);
});

test('a request that fails at once frees its place', async () => {
  const broken = new PositionSnapshots(() => Promise.reject(new Error('dead')));
  for (let count = 0; count < 5; count += 1) await expect(broken.read()).rejects.toThrow('dead');
});

test('nobody starves: under a steady stream of readers everyone is answered, by a snapshot that began after asking', async () => {
  let started = 0;
  const take = async (): Promise<number> => {
    const number = (started += 1);
    await settle();
    return number;
  };
  const snapshots = new PositionSnapshots(take);
  const asked: Promise<void>[] = [];
  for (let reader = 0; reader < 200; reader += 1) {
    const startedBefore = started;
    asked.push(snapshots.read().then((number) => expect(number).toBeGreaterThan(startedBefore)));
    if (reader % 3 === 0) await settle();
  }
  await Promise.all(asked);
  expect(started).toBeLessThan(200);
});

test('spacing gathers readers', async () => {
  const { snapshots, open, answer } = makeVenue(() => 20);
  const first = snapshots.read();
  await settle();
  const second = snapshots.read();
  expect(open).toHaveLength(0);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(open).toHaveLength(1);
  answer(1);
  expect(await Promise.all([first, second])).toEqual([1, 1]);
});
