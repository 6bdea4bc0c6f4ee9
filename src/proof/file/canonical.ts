import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { assert } from '../../domain/assert';

/** JSON in its one canonical form (RFC 8785): the same value always gives the same bytes, on any machine. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  assert(text !== undefined, 'what is no JSON has no canonical form');
  return text;
}

/** SHA-256 in lower-case hex, of the canonical form of a value or of a text as it stands. */
export const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(typeof value === 'string' ? value : canonical(value))
    .digest('hex');
