import type { FastifyRequest } from 'fastify';
import { marketId, normaliseSymbol } from '../../../domain/market-symbol';
import { OPERATOR_PATTERN } from './operator-headers';

/** Of a name that nobody has vouched for, in case it is a token in the wrong place. */
const CLAIM_LENGTH_MAX = 8;

/** Who asked for what, for the log: only what is well-formed, since a token may stand anywhere by mistake. */
export function whoAsks(request: FastifyRequest, vouchedFor = false): object {
  const name = request.headers['x-operator'];
  const isName = typeof name === 'string' && OPERATOR_PATTERN.test(name);
  const typed = (request.params as { symbol?: string } | null)?.symbol;
  const symbol = typed === undefined ? undefined : normaliseSymbol(typed);
  return {
    address: request.ip,
    ...(isName ? { operator: vouchedFor ? name : claim(name) } : {}),
    ...(symbol === undefined ? {} : { symbol: marketId(symbol) }),
  };
}

const claim = (name: string): string =>
  name.length <= CLAIM_LENGTH_MAX ? name : `${name.slice(0, CLAIM_LENGTH_MAX)}…`;
