import { ENDPOINTS } from '../../../src/paper/engine/endpoints';
import type { AuditedRequest } from '../../../tests/chaos/field/venue';

/** How a storm fared with the venue's limits, by the venue's log. */
export interface LimitsMet {
  /** Orders refused for their number, in all and in the worst of the venue's ten seconds. */
  rejections1015: number;
  most1015In10s: number;
  /** Requests refused for their weight, and requests from an address that was banned. */
  refused429: number;
  banned418: number;
  /** The heaviest minute: 2,400 are allowed. */
  weightMost1m: number;
  /** The fullest ten seconds: 300 are allowed. */
  ordersMost10s: number;
}

const TEN_SECONDS = 10_000;
const MINUTE = 60_000;
const TOO_MANY_ORDERS = -1015;
const TOO_MUCH_WEIGHT = -1003;
const BANNED = 418;

export function limitsMet(requests: readonly AuditedRequest[]): LimitsMet {
  const refused = requests.filter(({ code }) => code === TOO_MANY_ORDERS);
  const orders = requests.filter(
    (request) => endpointOf(request)?.isOrder === true && request.code !== TOO_MANY_ORDERS,
  );
  const banned = requests.filter(({ status }) => status === BANNED);
  return {
    rejections1015: refused.length,
    most1015In10s: most(refused, TEN_SECONDS, () => 1),
    refused429: requests.filter(({ code, status }) => code === TOO_MUCH_WEIGHT && status !== BANNED).length,
    banned418: banned.length,
    weightMost1m: most(requests, MINUTE, weightOf),
    ordersMost10s: most(orders, TEN_SECONDS, () => 1),
  };
}

/** The fullest window. The venue's windows begin on the full minute of its clock. */
function most(
  requests: readonly AuditedRequest[],
  windowMs: number,
  count: (request: AuditedRequest) => number,
): number {
  const windows = new Map<number, number>();
  for (const request of requests) {
    const window = Math.floor(request.at / windowMs);
    windows.set(window, (windows.get(window) ?? 0) + count(request));
  }
  return Math.max(0, ...windows.values());
}

const endpointOf = ({ method, path }: AuditedRequest) => ENDPOINTS[`${method} ${path}`];

function weightOf(request: AuditedRequest): number {
  const { weight = 0 } = endpointOf(request) ?? {};
  return typeof weight === 'number' ? weight : weight(request.params);
}
