import { STATUSES, TEXTS } from './refusal-texts';
import type { RefusalCode } from './refusal-texts';

export type { RefusalCode };

/** The venue's "no". Everything else that is thrown is a defect of the paper exchange itself. */
export class Refusal extends Error {
  readonly headers: Record<string, string> = {};
  constructor(
    readonly code: number,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const fill = (template: string, values: readonly string[]): string =>
  values.reduce((filled, value) => filled.replace('%s', () => value), template);

export const refusal = (code: RefusalCode, ...values: string[]): Refusal =>
  new Refusal(Number.parseInt(code, 10), fill(TEXTS[code], values), STATUSES[code] ?? 400);
