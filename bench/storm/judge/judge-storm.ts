import { add, equal, isZero } from '../../../src/domain/decimal';
import type { PaperPosition } from '../../../scripts/local-stack/paper-admin';
import { overlaps, flightsOf } from '../../../tests/chaos/judge/orders-in-flight';
import { bySymbol } from './by-symbol';
import type { Evidence } from './evidence';

/** Each position that is not exactly and only closed, with every fault of it; by the venue's log alone. */
export function judgeStorm(evidence: Evidence): string[] {
  const marked = caseOf(evidence);
  const faulty = evidence.held.flatMap((position) =>
    asOne(position.symbol, faultsOf(position, marked(position.symbol))),
  );
  return [...faulty, ...strangers(evidence)];
}

interface Case {
  requests: Evidence['requests'];
  executions: Evidence['executions'];
  open: Evidence['open'];
  resting: Evidence['resting'];
}

/** The log is sorted into markets once, for there are a thousand of them. */
function caseOf({ requests, executions, open, resting }: Evidence): (symbol: string) => Case {
  const orders = bySymbol(requests.filter(isOrder), ({ params }) => params['symbol'] ?? '');
  const [executed, left, rests] = [bySymbol(executions), bySymbol(open), bySymbol(resting)];
  return (symbol) => ({
    requests: orders(symbol),
    executions: executed(symbol),
    open: left(symbol),
    resting: rests(symbol),
  });
}

const asOne = (symbol: string, faults: readonly string[]): string[] =>
  faults.length === 0 ? [] : [`${symbol}: ${faults.join('; ')}`];

const when = (isWrong: boolean, fault: string): string[] => (isWrong ? [fault] : []);

function faultsOf({ side, quantity }: PaperPosition, { requests, executions, open, resting }: Case): string[] {
  const total = executions.map((execution) => execution.quantity).reduce(add, '0');
  return [
    ...open.map((left) => `${left.quantity} is left`),
    ...when(!equal(total, quantity), `${total} of ${quantity} was executed`),
    ...when(
      executions.some(({ positionAfter }) => hasFlipped(side, positionAfter)),
      'it was flipped',
    ),
    ...when(
      executions.some(({ reduceOnly }) => !reduceOnly),
      'an order that executed could have opened',
    ),
    ...when(
      requests.some(({ params }) => params['reduceOnly'] !== 'true'),
      'an order was sent without reduceOnly',
    ),
    ...when(resting.length > 0, `${resting.length} orders rest for nothing`),
    ...overlaps(flightsOf(requests, executions)),
  ];
}

const hasFlipped = (side: PaperPosition['side'], after: string): boolean =>
  !isZero(after) && after.startsWith('-') === (side === 'LONG');

function strangers({ held, executions }: Evidence): string[] {
  const ours = new Set(held.map(({ symbol }) => symbol));
  const others = new Set(executions.map(({ symbol }) => symbol).filter((symbol) => !ours.has(symbol)));
  return [...others].map((symbol) => `${symbol}: traded, though nothing was held`);
}

const isOrder = ({ method, path }: Evidence['requests'][number]): boolean =>
  method === 'POST' && path === '/fapi/v1/order';
