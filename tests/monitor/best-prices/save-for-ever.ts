import { BestPrices } from '../../../src/monitor/best-prices/best-prices';
import type { SeenPosition } from '../../../src/monitor/best-prices/best-price';

/** A monitor that does nothing but save, until it is killed: each time with a better price, which it tells its parent once kept. */
async function saveForEver(path: string, from: number): Promise<void> {
  const positions = Array.from({ length: 60 }, (_, n): SeenPosition => ({
    symbol: `COIN${n}/USDT:USDT`,
    side: 'long',
    entryPrice: '1',
    updatedAtMs: Date.now(),
  }));
  const best = new BestPrices(path, 'main');
  best.look(positions, () => null, Date.now());
  for (let price = from; ; price += 1) {
    for (const { symbol } of positions) best.follow(symbol, price, Date.now());
    await best.save(Date.now());
    process.send?.(best.warnings[0] ?? price);
  }
}

void saveForEver(process.argv[2] ?? '', Number(process.argv[3]));
