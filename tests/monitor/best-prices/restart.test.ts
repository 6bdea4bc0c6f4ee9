import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from '../../../src/config/config-error';
import { BestPrices } from '../../../src/monitor/best-prices/best-prices';
import { aPath, at, BTC, ETH, position, watching } from './support';

/** A long that was entered while it was watched, has been at 62000, and was saved at second 5. */
async function saved(path: string): Promise<void> {
  const best = watching(path, []);
  best.look([position({ updatedAtMs: at(1) })], () => 60_000, at(1));
  best.follow(BTC, 62_000, at(4));
  best.look([position({ updatedAtMs: at(1) })], () => 61_000, at(5));
  await best.save(at(5));
}

const unchanged = position({ updatedAtMs: at(1) });

describe('after a restart', () => {
  test('the best price is still known, and nothing was lost', async () => {
    const path = aPath();
    await saved(path);
    const best = watching(path, [unchanged], 61_000, 20);
    best.follow(BTC, 61_000, at(21));
    expect(best.of(unchanged)).toMatchObject({
      bestPrice: 62_000,
      heldSinceMs: at(1),
      firstSeenAtMs: at(1),
      rebuilt: null,
    });
    expect(best.warnings).toEqual([]);
  });

  test('that took long, it is known, and says when nobody watched', async () => {
    const path = aPath();
    await saved(path);
    const best = watching(path, [unchanged], 61_000, 600);
    best.follow(BTC, 61_000, at(601));
    expect(best.of(unchanged)).toMatchObject({
      bestPrice: 62_000,
      rebuilt: 'no price was seen from 2026-01-22T09:00:04.000Z to 2026-01-22T09:10:01.000Z',
    });
    await best.save(at(602));
    expect(best.of(unchanged)?.rebuilt).not.toBeNull();
  });

  test('a position that changed while nobody watched may be another at the same price: it begins anew, and says so', async () => {
    const path = aPath();
    await saved(path);
    const best = watching(path, [position({ updatedAtMs: at(300) })], 60_200, 600);
    expect(best.of(position())).toMatchObject({
      bestPrice: 60_200,
      rebuilt: 'rebuilt from the entry price 60000 and the mark price 60200: it has changed while nobody watched',
    });
    await best.save(at(601));
    expect(best.of(position())?.bestPrice).toBe(60_200);
  });

  test('a position that is not in the file was rebuilt', async () => {
    const path = aPath();
    await saved(path);
    const best = watching(path, [unchanged, position({ symbol: ETH, entryPrice: '3000' })], null, 20);
    expect(best.of(position({ symbol: ETH, entryPrice: '3000' }))?.rebuilt).toMatch(
      'rebuilt from the entry price 3000: nothing was stored',
    );
  });
});

describe('the file', () => {
  test('says whose it is, and in which form', async () => {
    const path = aPath();
    await saved(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      version: 1,
      account: 'main',
      marks: [{ symbol: BTC }],
    });
  });

  test('is written when something has changed, and otherwise every five seconds', async () => {
    const path = aPath();
    const best = watching(path, [position()], 61_000);
    const written = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    await best.saveIfDue(at(1));
    const first = written();
    best.look([position()], () => null, at(2));
    best.follow(BTC, 60_000, at(2));
    await best.saveIfDue(at(2));
    expect(written()).toBe(first);
    best.follow(BTC, 61_500, at(3));
    await best.saveIfDue(at(3));
    expect(written()).not.toBe(first);
    const second = written();
    best.look([position()], () => null, at(8));
    await best.saveIfDue(at(8));
    expect(written()).not.toBe(second);
  });

  test('of another account is refused', async () => {
    const path = aPath();
    await saved(path);
    expect(() => new BestPrices(path, 'other')).toThrow(ConfigError);
  });

  test('leaves no draft behind, and sweeps those of killed processes', async () => {
    const path = aPath();
    const [old, young] = ['a', 'b'].map((name) => join(dirname(path), `.best-prices-main.json.${name}.draft`)) as [
      string,
      string,
    ];
    writeFileSync(old, '{');
    utimesSync(old, 0, 0);
    writeFileSync(young, '{');
    await saved(path);
    expect(readdirSync(dirname(path)).sort()).toEqual(['.best-prices-main.json.b.draft', 'best-prices-main.json']);
  });

  test('may be written again while it is being written: what is known last is what stands', async () => {
    const path = aPath();
    const best = watching(path, [position()], 60_000);
    const saves = [60_500, 61_000, 61_500].map((price) => {
      best.follow(BTC, price, at(1));
      return best.save(at(1));
    });
    await Promise.all(saves);
    expect(new BestPrices(path, 'main').of(position())?.bestPrice).toBe(61_500);
  });
});

describe('a file that cannot be understood', () => {
  test.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of a version to come', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['with a price that is none', (text: string) => text.replace('62000', '-62000')],
    ['with an unknown field', (text: string) => text.replace('"rebuilt"', '"rebuild"')],
    ['no JSON', () => 'best prices'],
  ])('%s: is set aside, not lost, and its positions say that they were rebuilt', async (_, spoil) => {
    const path = aPath();
    await saved(path);
    const spoilt = spoil(readFileSync(path, 'utf8'));
    writeFileSync(path, spoilt);
    const best = watching(path, [unchanged], 61_000, 20);
    expect(best.warnings).toEqual([expect.stringMatching(/^best prices were unreadable \(.+\) and set aside as /)]);
    expect(best.of(unchanged)).toMatchObject({
      bestPrice: 61_000,
      rebuilt: expect.stringMatching('set aside as') as string,
    });
    const aside = readdirSync(dirname(path)).find((name) => name.includes('.set-aside-')) ?? '';
    expect(readFileSync(join(dirname(path), aside), 'utf8')).toBe(spoilt);
    await best.save(at(21));
    expect(new BestPrices(path, 'main').of(unchanged)?.bestPrice).toBe(61_000);
  });

  test('found while we write: what we know goes into a new one', async () => {
    const path = aPath();
    const best = watching(path, [position()], 61_000);
    writeFileSync(path, 'spoilt');
    await best.save(at(1));
    expect(best.warnings).toHaveLength(1);
    expect(new BestPrices(path, 'main').of(position())?.bestPrice).toBe(61_000);
  });
});

describe('a disk that does not take the file', () => {
  test('is a warning, and positions are watched all the same', async () => {
    const path = aPath();
    mkdirSync(path);
    const best = watching(path, [position()], 61_000);
    await best.save(at(1));
    expect(best.of(position())?.bestPrice).toBe(61_000);
    expect(best.warnings).toEqual([expect.stringMatching(/^best prices cannot be (read|kept)/)]);
    expect(readdirSync(path)).toEqual([]);
  });

  test('is written when it can be again, and the warning goes', async () => {
    const path = join(dirname(aPath()), 'folder', 'best-prices-main.json');
    writeFileSync(dirname(path), 'a file where the folder should be');
    const best = watching(path, [position()], 61_000);
    await best.save(at(1));
    expect(best.warnings).toHaveLength(1);
    rmSync(dirname(path));
    await best.saveIfDue(at(2));
    expect(best.warnings).toEqual([]);
    expect(new BestPrices(path, 'main').of(position())?.bestPrice).toBe(61_000);
  });
});
