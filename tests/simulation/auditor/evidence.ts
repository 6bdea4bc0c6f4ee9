import type { CloseResult } from '../../../src/domain/close-result';
import type { Position } from '../../../src/domain/position';
import type { Side } from '../../../src/domain/exit-decision';
import { legOfSide, SYMBOL } from '../adversary/scenario';
import type { Scenario } from '../adversary/scenario';
import type { Line, LineOf } from '../log';
import type { Run } from '../runs/run-scenario';
import { units } from './units';

/** What the position was from a moment on. Quantity without sign, on the side of the close; entry price as text. */
export interface Standing {
  readonly atMs: number;
  readonly open: number;
  readonly entryPrice: string;
}

/** What the auditor has to go by: the log, and what the close says of itself. */
export interface Evidence {
  readonly scenario: Scenario;
  readonly lines: readonly Line[];
  readonly crash: string | null;
  readonly result: CloseResult | null;
  readonly sent: readonly LineOf<'sent'>[];
  readonly reads: readonly LineOf<'read'>[];
  /** What our orders did, in order. */
  readonly ours: readonly LineOf<'execution'>[];
  readonly truth: readonly Standing[];
  readonly lagMs: number;
  /** Orders that were sent once, and that the network delivered twice while the venue still took them: nobody can prevent that there. */
  readonly doubled: ReadonlySet<string>;
}

export const nameOf = ({ params }: LineOf<'sent'>): string => params['newClientOrderId'] ?? '';

export function evidenceOf({ stage, result, crash }: Run): Evidence {
  const { log, scenario } = stage;
  const names = new Set(log.of('scheduled').map(({ name }) => name));
  const sent = log.of('sent');
  for (const line of sent) names.add(nameOf(line));
  return {
    scenario,
    lines: log.lines,
    crash,
    result,
    sent,
    // A request that was given up may be answered after a newer one: what counts is which began last.
    reads: log.of('read').sort((one, other) => one.sinceMs - other.sinceMs),
    ours: log.of('execution').filter(({ name }) => names.has(name)),
    truth: truthOf(scenario, log.lines),
    lagMs: Math.max(0, ...Object.values(scenario.lagMs)),
    doubled: doubledBy(log.of('order'), sent),
  };
}

function doubledBy(orders: readonly LineOf<'order'>[], sent: readonly LineOf<'sent'>[]): Set<string> {
  const ids = new Map<string, Set<string>>();
  for (const { name, orderId } of orders) ids.set(name, (ids.get(name) ?? new Set()).add(orderId));
  const sentOnce = (name: string): boolean => sent.filter((line) => nameOf(line) === name).length === 1;
  return new Set([...ids].filter(([name, of]) => of.size > 1 && sentOnce(name)).map(([name]) => name));
}

function truthOf(scenario: Scenario, lines: readonly Line[]): Standing[] {
  const leg = legOfSide(scenario, scenario.side);
  const isIt = (line: { symbol: string; leg: string }): boolean => line.symbol === SYMBOL && line.leg === leg;
  return lines.flatMap((line): Standing[] => {
    if (line.kind === 'position' && isIt(line))
      return [{ atMs: line.atMs, open: onSide(scenario.side, line.quantity), entryPrice: line.entryPrice }];
    if (line.kind === 'execution' && isIt(line))
      return [{ atMs: line.atMs, open: onSide(scenario.side, line.after), entryPrice: line.entryPrice }];
    return [];
  });
}

/** Without sign; a position on the other side is none of this side. */
const onSide = (side: Side, signed: string): number => Math.max(0, side === 'long' ? units(signed) : -units(signed));

/** When the history was told of an order: what was read before that is what it rests on. */
export const namedAt = ({ lines }: Evidence, name: string): number =>
  lines.find((line) => line.kind === 'scheduled' && line.name === name)?.atMs ?? Infinity;

/** The position as it had just been read at a moment; null where none was. */
export function lastRead({ reads, scenario }: Evidence, atMs: number): Position | null {
  const read = reads.findLast((one) => one.atMs <= atMs);
  return read?.positions.find(({ symbol, side }) => symbol === 'BTC/USDT:USDT' && side === scenario.side) ?? null;
}

/** Everything that was true at some moment between. */
export function standingsBetween({ truth }: Evidence, fromMs: number, toMs: number): Standing[] {
  const first = truth.findLastIndex(({ atMs }) => atMs <= fromMs);
  return truth.slice(Math.max(0, first)).filter(({ atMs }) => atMs <= toMs);
}
