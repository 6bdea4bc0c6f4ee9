import type { Book } from '../../../../bench/monitor/decision/book';
import { BOOKS } from '../../../../bench/monitor/decision/book';
import { timeTicks } from '../../../../bench/monitor/decision/time-ticks';
import { WatchedBook } from '../../../../bench/monitor/decision/watched-book';

describe('the ticks that decisions are timed by', () => {
  const [book] = BOOKS as [Book];
  let watched: WatchedBook;

  beforeEach(() => {
    watched = new WatchedBook();
    watched.watching.takeSnapshot(book.snapshot);
  });
  afterEach(() => watched.dispose());

  const exitsOf = async (fallEvery: number) => (await timeTicks(book, watched, fallEvery, 3)).map(({ exits }) => exits);

  it('make nobody exit where no market falls, also after others have', async () => {
    expect(await exitsOf(4)).toEqual([12, 12, 12]);
    expect(await exitsOf(0)).toEqual([0, 0, 0]);
  });

  it('make the last position exit where the last market falls', async () => {
    expect(await exitsOf(Number.MAX_SAFE_INTEGER)).toEqual([1, 1, 1]);
  });
});

describe('the large book', () => {
  it('holds ten thousand positions, each of a market and side of its own', () => {
    const { snapshot } = BOOKS.at(-1)!;
    expect(new Set(snapshot.positions.map(({ symbol, side }) => `${symbol} ${side}`)).size).toBe(10_000);
  });
});
