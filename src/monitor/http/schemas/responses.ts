import { z } from 'zod';
import type { Problem } from '../problems/problem';

const problem = z
  .object({
    type: z.string().describe('GET it to read what it means'),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    remedy: z.string().describe('What to do'),
    requestId: z.string().describe('As in the log, and in the header X-Request-Id'),
    errors: z.array(z.object({ field: z.string(), says: z.string() })).optional(),
  })
  .meta({ id: 'Problem' }) satisfies z.ZodType<Problem>;

const asProblem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

export const problemResponses = {
  '4XX': asProblem('Refused; "remedy" says what to do'),
  '5XX': asProblem('Not now; "remedy" says what to do'),
};

export const tokenSecurity = [{ exitToken: [] }];

/** An answer that is sent as bytes: its schema documents it, and is held to it by the tests. */
export const documented = (schema: z.ZodType, description: string): Record<string, unknown> => ({
  description,
  content: { 'application/json': { schema } },
});
