import type { AuditedExecution, AuditedRequest } from '../../tests/chaos/field/venue';
import type { Evidence } from './judge/evidence';

/** What the paper exchange tells of itself. */
export interface VenueLog {
  /** Executions after an entry of the log. */
  executions(since: number): Promise<AuditedExecution[]>;
  requests(since: number): Promise<AuditedRequest[]>;
  standing(): Promise<Pick<Evidence, 'open' | 'resting'>>;
}

interface State {
  positions: Evidence['open'];
  openOrders: Evidence['resting'];
  algoOrders: Evidence['resting'];
}

export function venueLog(url: string): VenueLog {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/paper/${path}`)).json()) as T;
  return {
    executions: (since) => get(`audit?kind=execution&since=${since}`),
    requests: (since) => get(`audit?kind=request&since=${since}`),
    standing: async () => {
      const { positions, openOrders, algoOrders } = await get<State>('state');
      return { open: positions, resting: [...openOrders, ...algoOrders] };
    },
  };
}

export async function gatherEvidence(log: VenueLog, held: Evidence['held'], since: number): Promise<Evidence> {
  const [executions, requests, standing] = await Promise.all([
    log.executions(since),
    log.requests(since),
    log.standing(),
  ]);
  return { held, executions, requests, ...standing };
}
