import type { JournalLine } from '../engine/journal';

/** One request of a client. A lost reply does not hide whether the venue carried it out. */
export interface RequestLine {
  readonly sequence: number;
  readonly at: number;
  readonly kind: 'request';
  readonly method: string;
  readonly path: string;
  /** Without the signature. */
  readonly params: Readonly<Record<string, string>>;
  /** HTTP status that went out; missing while nothing has, or when the reply was broken. */
  status?: number;
  /** The code that went out with it. */
  code?: number;
  /** How the reply was broken. */
  broken?: string;
  /** Faults that hit it. */
  faults?: string[];
  /** The venue accepted it and did what it asks. */
  executed: boolean;
  /** The route is missing here, which does not mean that Binance has none. */
  missing?: string;
  /** What the venue would have answered, when a fault kept it from saying so. */
  decided?: { readonly status: number; readonly code?: number };
}

/** Somebody used the admin interface. */
export interface AdminLine {
  readonly sequence: number;
  readonly at: number;
  readonly kind: 'admin';
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** `cause` is the sequence number of the request or admin line that was being handled. */
export type EngineLine = JournalLine & { readonly sequence: number; readonly cause: number };
export type AuditLine = RequestLine | AdminLine | EngineLine;

export interface AuditFilter {
  readonly kind?: string;
  readonly symbol?: string;
  /** Only lines after this sequence number. */
  readonly since?: number;
}

/** Of hostile requests only so much is kept. */
const PARAMS_KEPT = 100;
const VALUE_KEPT = 4000;

const shorten = (params: RequestLine['params']): RequestLine['params'] =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => name !== 'signature')
      .slice(0, PARAMS_KEPT)
      .map(([name, value]) => [name.slice(0, VALUE_KEPT), value.slice(0, VALUE_KEPT)]),
  );

const symbolOf = (line: AuditLine): string | undefined => {
  if (line.kind === 'request') return line.params['symbol'];
  return 'symbol' in line ? line.symbol : undefined;
};

const passes = (line: AuditLine, filter: AuditFilter): boolean =>
  (filter.kind === undefined || line.kind === filter.kind) &&
  (filter.symbol === undefined || symbolOf(line) === filter.symbol);

/** Lines that are kept; the oldest go first. Sequence numbers go on. */
export const LINES_MAX = 200_000;

/** Everything that happened, in order. Sequence numbers start at 1 and have no gaps. */
export class Audit {
  #lines: AuditLine[] = [];
  #forgotten = 0;

  constructor(readonly most = LINES_MAX) {}

  #cause = 0;

  request(line: Pick<RequestLine, 'at' | 'method' | 'path' | 'params'>): RequestLine {
    const params = shorten(line.params);
    return this.#add({ ...line, params, kind: 'request', executed: false, sequence: this.#next() });
  }

  admin(line: Pick<AdminLine, 'at' | 'method' | 'path' | 'body'>): AdminLine {
    return this.#add({ ...line, kind: 'admin', sequence: this.#next() });
  }

  record(line: JournalLine): void {
    this.#add({ sequence: this.#next(), cause: this.#cause, ...line });
  }

  /** What the engine reports while `work` runs is put down to `cause`. */
  during<T>(cause: { readonly sequence: number }, work: () => T): T {
    this.#cause = cause.sequence;
    return work();
  }

  /** How many lines there have been in this world. */
  get length(): number {
    return this.#forgotten + this.#lines.length;
  }

  select(filter: AuditFilter): AuditLine[] {
    return this.#lines.slice(Math.max(0, (filter.since ?? 0) - this.#forgotten)).filter((line) => passes(line, filter));
  }

  #next(): number {
    return this.length + 1;
  }

  /** In large bites, so that each line pays little for it. */
  #forget(): void {
    this.#forgotten += this.#lines.length - this.most;
    this.#lines = this.#lines.slice(-this.most);
  }

  #add<T extends AuditLine>(line: T): T {
    this.#lines.push(line);
    if (this.#lines.length > this.most * 1.1) this.#forget();
    return line;
  }
}
