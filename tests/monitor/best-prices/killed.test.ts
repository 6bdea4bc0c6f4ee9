import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { deserialise } from '../../../src/monitor/best-prices/file-schema';
import { aPath } from './support';

const KILLS = 12;

/** Saves in a process of its own, which is killed some ms after its first save. The last price that it said it had kept. */
async function saveAndDie(path: string, from: number, afterMs: number): Promise<number> {
  const child = fork(join(__dirname, 'save-for-ever.ts'), [path, String(from)], { execArgv: ['--import', 'tsx'] });
  let kept: unknown = null;
  child.on('message', (said) => (kept = said));
  await once(child, 'message');
  await delay(afterMs);
  child.kill('SIGKILL');
  await once(child, 'exit');
  if (typeof kept !== 'number') throw new Error(`the child says: ${String(kept)}`);
  return kept;
}

const pricesIn = (path: string): Set<number> =>
  new Set([...deserialise(readFileSync(path, 'utf8')).marks.values()].map(({ bestPrice }) => bestPrice));

test('a monitor killed while it writes leaves a whole file, and nothing that it has kept is lost', async () => {
  const path = aPath();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const kept = await saveAndDie(path, 100_000 * (kill + 1), kill * 1.7);
    const [price, ...others] = pricesIn(path);
    expect(others).toEqual([]);
    expect(price).toBeGreaterThanOrEqual(kept);
  }
  expect(readdirSync(dirname(path)).filter((name) => name.includes('set-aside'))).toEqual([]);
}, 120_000);

test('two that write the same file at once, and are killed, leave a whole file that is no worse than either kept', async () => {
  const path = aPath();
  const kept = await Promise.all([saveAndDie(path, 100, 300), saveAndDie(path, 100_000, 300)]);
  const [price, ...others] = pricesIn(path);
  expect(others).toEqual([]);
  expect(price).toBeGreaterThanOrEqual(Math.min(...kept));
}, 60_000);
