import { add } from '../../../src/domain/decimal';
import { MARKERS } from '../../../src/domain/markers';
import type { CloseResult } from '../../../src/domain/close-result';
import type { CloseOrder } from '../../../src/domain/close-order';
import { proofChain } from '../../../src/proof/proof-chain';
import type { Recorded } from '../../../src/proof/recorded';

/** What the history alone says of a close. */
export interface Evidence {
  outcome: string;
  finishedAtMs: number;
  /** How often EXIT_PUBLISH stands in it. */
  published: number;
  skipped: number;
  /** The sum of all CLOSE_EXECUTED. */
  executed: string;
  /** The last link of the chain. */
  last: string;
  /** When each order was named, by its name. */
  namedAtMs: ReadonlyMap<string, number>;
}

export function evidenceOf(history: readonly Recorded[]): Evidence {
  const chain = proofChain(history);
  const count = (marker: string) => chain.filter((link) => link.marker === marker);
  const finished = history.find((event) => event.kind === 'finished');
  return {
    outcome: (finished?.result as CloseResult | undefined)?.outcome ?? 'not finished',
    finishedAtMs: finished?.atMs ?? NaN,
    published: count(MARKERS.exitPublish).length,
    skipped: count(MARKERS.marginCheckSkipped).length,
    executed: count(MARKERS.closeExecuted)
      .map(({ says }) => executedIn(says))
      .reduce(add, '0'),
    last: chain.at(-1)?.says ?? '',
    namedAtMs: new Map(history.flatMap(namesIn)),
  };
}

const executedIn = (says: string): string => /executed ([\d.]+)$/.exec(says)?.[1] ?? '0';

function namesIn(event: Recorded): [string, number][] {
  if (event.kind !== 'scheduled' || event.name !== 'placeOrder') return [];
  return [[(event.input[0] as CloseOrder).clientOrderId, event.atMs]];
}
