import { PROBLEMS } from './problem-table';
import type { ProblemName } from './problem-table';

/** One field that is wrong, and how. */
export interface FieldFault {
  field: string;
  says: string;
}

/** An application/problem+json document. `remedy` says what to do. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  remedy: string;
  requestId: string;
  errors?: FieldFault[] | undefined;
}

export interface RefusalDetails {
  /** What exactly, beyond the title. Never holds a token. */
  detail?: string;
  errors?: FieldFault[];
  headers?: Record<string, string>;
  /** When to try again, ms. */
  retryAfterMs?: number;
}

/** A request that is answered with a problem. Thrown at any door, and turned into the answer in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(
    readonly problem: ProblemName,
    readonly details: RefusalDetails = {},
  ) {
    super(details.detail ?? PROBLEMS[problem][1]);
    this.status = PROBLEMS[problem][0];
  }
}

export function problemOf(refused: Refusal, requestId: string): Problem {
  const [status, title, remedy] = PROBLEMS[refused.problem];
  const { errors } = refused.details;
  return {
    type: `/problems/${refused.problem}`,
    title,
    status,
    detail: refused.message,
    remedy,
    requestId,
    ...(errors === undefined ? {} : { errors }),
  };
}

export function headersOf({ details }: Refusal): Record<string, string> {
  const { headers = {}, retryAfterMs } = details;
  if (retryAfterMs === undefined) return headers;
  return { ...headers, 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) };
}
