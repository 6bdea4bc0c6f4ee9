import { z } from 'zod';

export const OPERATOR_PATTERN = /^[\w.-]{1,64}$/;
export const UNNAMED = 'unnamed';

/** Who asks, and the caller's own key for it. The token is checked before, and never parsed with the rest. */
export const operatorHeaders = z.object({
  'x-operator': z
    .string()
    .regex(OPERATOR_PATTERN, 'must be 1 to 64 letters, digits or _ . -')
    .default(UNNAMED)
    .describe('Your name, for the record'),
  'idempotency-key': z
    .string()
    .regex(/^[\w:.-]{1,100}$/, 'must be 1 to 100 letters, digits or _ : . -')
    .optional()
    .describe('The same key is the same request, however often it is sent'),
});

// Control characters would forge lines wherever the reason is shown.
const PLAIN_TEXT = /^\P{Cc}*$/u;

export const reasonSchema = z
  .string()
  .trim()
  .max(500)
  .regex(PLAIN_TEXT, 'must not contain control characters')
  .optional()
  .transform((reason) => (reason === undefined || reason === '' ? 'no reason given' : reason))
  .describe('Why, for the record');
