/** No answer that could be read to its end. Whether the request arrived is not known, unless `neverLeft`. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** There was no connection that a byte could have travelled on. */
  readonly neverLeft: boolean;
  constructor(fault: unknown) {
    super(describeFault(fault));
    this.neverLeft = isNoConnection(fault);
  }
}

interface Fault {
  name?: string;
  code?: string;
  syscall?: string;
  errors?: unknown[];
}

const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** Only the calls that come before a connection prove it: the same codes from `read` or `write` prove nothing. */
const BEFORE_A_CONNECTION = new Set(['connect', 'getaddrinfo']);

function isNoConnection(fault: unknown): boolean {
  const { code = '', syscall = '', errors } = asFault(fault);
  // Both address families tried: every attempt has to have failed this way.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isNoConnection);
  return NO_CONNECTION.has(code) && BEFORE_A_CONNECTION.has(syscall);
}

const asFault = (fault: unknown): Fault => (typeof fault === 'object' && fault !== null ? fault : {});

/** ccxt writes whole URLs into its messages; their queries carry signatures, which are nobody's reading. */
function describeFault(fault: unknown): string {
  const { code, name, errors } = asFault(fault);
  if (Array.isArray(errors) && errors.length > 0) return describeFault(errors[0]);
  if (name === 'TimeoutError' || name === 'AbortError') return 'no complete answer in time';
  const message = fault instanceof Error ? fault.message.replace(/\?\S*/g, '') : String(fault);
  return typeof code !== 'string' || message.includes(code) ? message : `${code} ${message}`;
}
