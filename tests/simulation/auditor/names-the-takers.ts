import type { Evidence } from './evidence';
import { legOfSide, SYMBOL } from '../adversary/scenario';
import type { LineOf } from '../log';
import { units } from './units';

const RESERVED: readonly (readonly [by: string, name: RegExp])[] = [
  ['liquidation', /^autoclose-/],
  ['adl', /^adl_autoclose$/],
  ['delisting', /^settlement_autoclose-/],
];

/** 7. Whom the close names as having taken of its position has done so at the venue; nobody is missing; the venue's own hand is called by its name. */
export function namesTheTakers(evidence: Evidence): string[] {
  const { lines, scenario } = evidence;
  const executions = lines.filter(
    (line): line is LineOf<'execution'> =>
      line.kind === 'execution' && line.symbol === SYMBOL && line.leg === legOfSide(scenario, scenario.side),
  );
  return [...truly(evidence, executions), ...completely(evidence, executions)];
}

type Executions = readonly LineOf<'execution'>[];

const truly = ({ result }: Evidence, executions: Executions): string[] =>
  (result?.takers ?? []).flatMap(({ by, quantity, record }) => {
    const its = executions.filter(({ orderId }) => orderId === record.orderId);
    const most = its.reduce((total, one) => total + units(one.quantity), 0);
    const kind = RESERVED.find(([, name]) => name.test(record.clientOrderId))?.[0] ?? 'order';
    return [
      ...(units(quantity) <= most ? [] : [`${record.clientOrderId} is said to have taken ${quantity}, and has not`]),
      ...(by === kind ? [] : [`${record.clientOrderId} is called ${by}, and is ${kind}`]),
    ];
  });

/** Where look-ups do not lag, whoever took from the position after it was first read and before it was last read is known. */
function completely(evidence: Evidence, executions: Executions): string[] {
  const { result, lines, ours, lagMs, scenario } = evidence;
  const sureLag = lagMs > 0 || scenario.skewMs !== 0 || scenario.events.some(({ what }) => what.includes('clock'));
  if (result?.outcome !== 'closedElsewhere' || result.takers === null || sureLag) return [];
  const startMs = lines.find((line) => line.kind === 'start')?.atMs ?? Infinity;
  const readMs = evidence.reads.at(-1)?.sinceMs ?? 0;
  const named = new Set(result.takers.map(({ record }) => record.orderId));
  const others = executions.filter(({ name, atMs }) => !ours.some((one) => one.name === name) && atMs > startMs);
  const missing = others.filter(({ atMs, orderId }) => atMs < readMs && !named.has(orderId)).filter(takes);
  return missing.map(({ name, quantity }) => `${name} took ${quantity}, and nothing is said of it`);
}

const takes = ({ before, after }: LineOf<'execution'>): boolean => Math.abs(units(after)) < Math.abs(units(before));
