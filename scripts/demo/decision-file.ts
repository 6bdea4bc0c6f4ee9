import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A decision as a monitor would write it, decided now. */
export const stopLossFor = (symbol: string, side: 'long' | 'short'): Record<string, unknown> => ({
  decisionId: `demo-${randomUUID()}`,
  account: 'main',
  symbol,
  side,
  quantity: 'all',
  reduceOnly: true,
  reason: 'STOP_LOSS',
  note: 'demo: the mark fell through the stop',
  source: 'exit-monitor',
  decidedAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
  traceId: randomUUID(),
});

export function writeDecision(name: string, decision: object): string {
  const path = join(tmpdir(), `closeproof-demo-${name}.json`);
  writeFileSync(path, JSON.stringify(decision, null, 2));
  return path;
}
