import { paperAdmin } from '../../../scripts/local-stack/paper-admin';
import type { PaperAdmin, PaperFault } from '../../../scripts/local-stack/paper-admin';
import { until } from '../../support/rehearsal';

/** One request as the venue's audit log has it. */
export interface AuditedRequest {
  sequence: number;
  at: number;
  method: string;
  path: string;
  params: Record<string, string>;
  status?: number;
  code?: number;
  decided?: { status: number; code?: number };
  faults?: string[];
  executed: boolean;
}

export interface AuditedExecution {
  sequence: number;
  at: number;
  symbol: string;
  clientOrderId: string;
  side: string;
  quantity: string;
  reduceOnly: boolean;
  positionAfter: string;
}

/** The judge's side of the paper exchange: traps for requests, and what really happened. */
export interface Venue extends Pick<PaperAdmin, 'putPositions' | 'mend' | 'reset'> {
  readonly url: string;
  /** Sets a trap; the answer resolves when a request is in it. */
  trap(fault: PaperFault): Promise<() => Promise<AuditedRequest>>;
  set(what: string, values: object): Promise<void>;
  requests(symbol: string): Promise<AuditedRequest[]>;
  executions(symbol?: string): Promise<AuditedExecution[]>;
}

export function openVenue(url: string): Venue {
  const admin = paperAdmin(url);
  const lines = async <T>(filter: string): Promise<T[]> =>
    (await (await fetch(`${url}/paper/audit?${filter}`)).json()) as T[];
  const struckBy = async (id: string) =>
    (await lines<AuditedRequest>('kind=request')).find(({ faults }) => faults?.includes(id) === true);
  return {
    ...admin,
    url,
    trap: async (fault) => {
      const { id } = (await admin.breakNext(fault)) as { id: string };
      return () => until(`a request meets ${fault.kind} ${fault.when} ${fault.route}`, () => struckBy(id));
    },
    set: async (what, values) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/paper/${what}`, { method: 'POST', headers, body: JSON.stringify(values) });
      if (!answer.ok) throw new Error(`the paper exchange refuses ${what}: ${await answer.text()}`);
    },
    requests: (symbol) => lines(`kind=request&symbol=${symbol}`),
    executions: (symbol) => lines(`kind=execution${symbol === undefined ? '' : `&symbol=${symbol}`}`),
  };
}
