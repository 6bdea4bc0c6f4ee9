import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { whoAsks } from '../operator/who-asks';
import type { Refusal } from './problem';

/** Lines a second; a flood of refusals is counted instead, and the count is logged. */
const LINES_MAX = 50;
const SECOND_MS = 1_000;

/**
 * Who was refused what, and why. Written from named parts only: a header or a URL never goes into a line as it came,
 * for it may hold a token.
 */
export class RefusalLog {
  #lines = 0;
  #unwritten = 0;
  #second: NodeJS.Timeout | undefined;

  constructor(private readonly logger: Logger) {}

  note(request: FastifyRequest, refused: Refusal, thrown: unknown): void {
    if (refused.problem === 'defect')
      this.#write(() => this.logger.error({ ...said(request, refused), err: thrown }, 'HTTP DEFECT'));
    else if (request.method === 'POST' || refused.problem === 'foreign-host')
      this.#write(() => this.logger.warn(said(request, refused), 'HTTP REFUSED'));
  }

  #write(line: () => void): void {
    this.#second ??= setTimeout(() => this.#nextSecond(), SECOND_MS).unref();
    this.#lines += 1;
    if (this.#lines <= LINES_MAX) line();
    else this.#unwritten += 1;
  }

  #nextSecond(): void {
    if (this.#unwritten > 0) this.logger.warn({ refusals: this.#unwritten }, 'HTTP REFUSED, and not one by one');
    this.#second = undefined;
    this.#lines = 0;
    this.#unwritten = 0;
  }
}

const said = (request: FastifyRequest, refused: Refusal): object => ({
  problem: refused.problem,
  status: refused.status,
  because: refused.message,
  route: `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
  request_id: request.id,
  ...whoAsks(request),
});
