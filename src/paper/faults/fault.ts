export const FAULT_KINDS = [
  'drop',
  'stall',
  'cut',
  'status',
  'body',
  'delay',
  'late',
  'reset',
  'halfOpen',
  'junk',
] as const;
export const FAULT_MOMENTS = ['before', 'after'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];
/** Before the venue has seen the request, or after it has carried it out. */
export type FaultMoment = (typeof FAULT_MOMENTS)[number];

/** The request is carried out, or answered, when its time has come. */
export const isWait = ({ kind }: Fault): boolean => kind === 'delay' || kind === 'late';

/**
 * How to break a request, and which ones.
 * drop: the socket is destroyed without a reply. stall: no reply, ever; with a `status`, headers and half a body come first.
 * cut: headers and half a body, then the socket is destroyed; with `atByte`, the whole reply, head included, up to that byte.
 * reset: the connection is reset (RST). halfOpen: the connection is dead and nobody says so; nothing is read from it any more.
 * junk: bytes that are no HTTP; with a `status`, a sound head and a body of junk. status: another HTTP status. body: another body. delay: `ms` later.
 * late: let in at once, and `ms` later at the matching engine, which looks at the recvWindow once more (-5028).
 */
export interface Fault {
  readonly id: string;
  /** `METHOD /path`, or `WS method` of the WebSocket order API. */
  readonly route: string;
  readonly when: FaultMoment;
  readonly kind: FaultKind;
  readonly status?: number;
  readonly code?: number;
  readonly msg?: string;
  readonly ms?: number;
  readonly atByte?: number;
  /** How many requests it breaks before it is used up. */
  readonly times: number;
  /** Parameters that must have exactly these values. */
  readonly match: Readonly<Record<string, string>>;
}
