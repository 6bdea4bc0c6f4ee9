import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** '0.1.0', by the nearest package.json above: also where only the compiled files were installed. */
export function packageVersion(from: string = __dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  const parent = dirname(from);
  return parent === from ? 'unknown' : packageVersion(parent);
}
