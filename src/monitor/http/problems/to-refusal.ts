import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { FastifySchemaValidationError as ZodIssue } from 'fastify';
import { Refusal } from './problem';
import type { FieldFault } from './problem';
import type { ProblemName } from './problem-table';

/** Fastify's own refusals, in our words. */
const OF_FASTIFY: Record<string, ProblemName> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'unknown-route',
};

/** Whatever was thrown while a request was served, as the refusal to answer with. What we do not know is our defect. */
export function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) return invalidRequest(thrown.validation);
  const { code, statusCode } = thrown as { code?: string; statusCode?: number };
  const ofFastify = code === undefined ? undefined : OF_FASTIFY[code];
  if (ofFastify !== undefined) return new Refusal(ofFastify);
  return new Refusal(statusCode === 400 ? 'malformed-request' : 'defect');
}

const invalidRequest = (issues: readonly ZodIssue[]): Refusal => {
  const errors = issues.flatMap(faultsOf);
  return new Refusal('invalid-request', { detail: errors.map(({ field }) => field).join(', '), errors });
};

function faultsOf({ instancePath, message, keyword, params }: ZodIssue): FieldFault[] {
  const within = instancePath.split('/').filter(Boolean).join('.');
  if (keyword === 'unrecognized_keys')
    return (params.keys as string[]).map((key) => ({ field: shortened(key), says: 'is not known here' }));
  return [{ field: within === '' ? 'body' : within, says: message ?? 'is wrong' }];
}

/** Names come from outside. */
const shortened = (name: string): string => name.slice(0, 40);
