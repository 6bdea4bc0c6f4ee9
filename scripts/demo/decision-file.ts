import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideNow } from '../../src/client/decide-now';
import type { ExitDecision, Side } from '../../src/domain/exit-decision';

/** A decision as a monitor would write it, decided now. */
export const stopLossFor = (symbol: string, side: Side): ExitDecision =>
  decideNow({
    account: 'main',
    symbol,
    side,
    quantity: 'all',
    reason: 'STOP_LOSS',
    source: 'exit-monitor',
    note: 'demo: the mark fell through the stop',
    validForMs: 600_000,
  });

export function writeDecision(name: string, decision: object): string {
  const path = join(tmpdir(), `closeproof-demo-${name}.json`);
  writeFileSync(path, JSON.stringify(decision, null, 2));
  return path;
}
