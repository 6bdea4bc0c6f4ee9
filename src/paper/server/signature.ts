import { createHmac, timingSafeEqual } from 'node:crypto';

/** Hex HMAC-SHA256. */
export const sign = (secret: string, payload: string): string =>
  createHmac('sha256', secret).update(payload).digest('hex');

const LAST_PARAMETER = /(?:^|&)signature=([0-9a-fA-F]{64})$/;

/** What was signed: query and body, joined without a separator, up to the signature, which must come last. */
export const splitSignature = (query: string, body: string): { payload: string; signature: string } | undefined => {
  const total = query + body;
  const found = LAST_PARAMETER.exec(body) ?? LAST_PARAMETER.exec(query);
  if (!found) return undefined;
  if (LAST_PARAMETER.test(body))
    return { payload: total.slice(0, total.length - found[0].length), signature: found[1]! };
  return { payload: query.slice(0, found.index) + body, signature: found[1]! };
};

export const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export const isSigned = (secret: string, query: string, body: string): boolean => {
  const parts = splitSignature(query, body);
  return parts !== undefined && equal(sign(secret, parts.payload), parts.signature.toLowerCase());
};
