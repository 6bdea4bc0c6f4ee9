import { flatten } from '../../src/client/flatten';
import { flattenNow } from '../../src/client/flatten-now';
import type { ClientPorts } from '../../src/client/ports';

/** Everything must go: what an operator asks on the day. */
export const askFlatten = (ports: ClientPorts) =>
  flatten(
    ports,
    flattenNow({ account: 'main', scope: { symbols: null, side: null }, operator: 'bench', note: 'a storm' }),
  );
