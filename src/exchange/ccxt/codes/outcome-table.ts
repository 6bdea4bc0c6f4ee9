import { GENERAL_CODES } from './general-codes';
import { ORDER_CODES } from './order-codes';
import { OTHER_CODES } from './other-codes';
import type { CodeLine, Verdict } from './verdict';

/** Every code of the venue's futures API, once. What is not here proves nothing. */
export const CODE_LINES: readonly CodeLine[] = [...GENERAL_CODES, ...ORDER_CODES, ...OTHER_CODES];

const VERDICTS: ReadonlyMap<string, Verdict> = new Map(CODE_LINES.map(([code, verdict]) => [code, verdict]));

export const verdictOfCode = (code: string | null): Verdict | undefined =>
  code === null ? undefined : VERDICTS.get(code);
