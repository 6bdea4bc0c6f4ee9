import { z } from 'zod';
import { DEAD_MAN_MODES } from '../domain/dead-man/dead-man';
import type { DeadManMode } from '../domain/dead-man/dead-man';
import { readDuration } from '../domain/duration';
import { TIMES } from '../domain/times';

/** What a monitor asks of the dead man's switch. */
export interface DeadManPlan {
  /** `off`: this monitor takes no part in it. */
  mode: DeadManMode | 'off';
  timeoutMs: number;
}

const least = TIMES.deadManTimeoutMin;

export const deadManVariables = {
  DEAD_MAN: z.enum(['off', ...DEAD_MAN_MODES], { error: 'must be off, alert or flatten' }).default('alert'),
  DEAD_MAN_TIMEOUT: z
    .string()
    .default(`${TIMES.deadManTimeout}ms`)
    .transform((text) => readDuration(text) ?? 0)
    .refine((ms) => ms >= least, `must be a duration such as 60s, and at least ${least / 1_000}s`),
};
