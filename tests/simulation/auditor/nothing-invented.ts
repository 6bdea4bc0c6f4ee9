import type { OrderLine } from '../../../src/domain/close-result';
import type { Scenario } from '../adversary/scenario';
import type { Evidence } from './evidence';
import { sum, units } from './units';

/** 7. What the close reports of its orders is what the venue did with them. */
export function nothingInvented(evidence: Evidence): string[] {
  const { result } = evidence;
  if (result === null) return [];
  const faults = result.orders.flatMap((line) => truthful(evidence, line));
  const reported = sum(result.orders.map(({ executedQuantity }) => units(executedQuantity ?? '0')));
  return reported === units(result.executedQuantity)
    ? faults
    : [...faults, `it reports ${result.executedQuantity}, and its orders do not add up to that`];
}

function truthful(evidence: Evidence, line: OrderLine): string[] {
  if (evidence.doubled.has(line.clientOrderId)) return [];
  // What it put back is there to execute whenever the market comes to it.
  if (line.fate === 'resting') return [];
  const executed = executedBy(evidence, line.clientOrderId);
  const reported = units(line.executedQuantity ?? '0');
  if (line.fate === 'terminal')
    return reported === executed ? [] : [says(line, `executed ${line.executedQuantity}`, executed)];
  // Its fate is open, and the result says so.
  if (line.fate === undefined && (line.submission === 'unknown' || line.submission === 'accepted'))
    return evidence.result!.because.includes(line.clientOrderId)
      ? []
      : [says(line, 'open, and does not name it', executed)];
  if (executed === 0 || mayBeUnseen(evidence, line)) return [];
  return [says(line, line.fate ?? line.submission, executed)];
}

const executedBy = ({ ours }: Evidence, name: string): number =>
  sum(ours.filter((one) => one.name === name).map(({ quantity }) => units(quantity)));

const says = ({ clientOrderId }: OrderLine, word: string, executed: number): string =>
  `it says that ${clientOrderId} ${word}, and it executed ${executed / 1e8}`;

/**
 * A close of the whole position does not wait for look-ups that lag: an order that executed unseen may be called absent. Nothing
 * is doubled by that, the position reads flat all the same, and the watch for ghosts finds the order.
 */
const mayBeUnseen = ({ lines, scenario }: Evidence, line: OrderLine): boolean =>
  line.fate === 'absent' &&
  (shownLate(scenario) || (scenario.settings.fillDelayMs ?? 0) > 0) &&
  lines.some((one) => one.kind === 'ghostWatch' && one.name === line.clientOrderId);

/** A position that is shown at once betrays every fill: then there is no excuse. */
const shownLate = ({ lagMs }: Scenario): boolean => (lagMs['GET /fapi/v3/positionRisk'] ?? 0) > 0;
