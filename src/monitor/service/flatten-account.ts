import { createHash } from 'node:crypto';
import { flatten } from '../../client/flatten';
import { flattenNow } from '../../client/flatten-now';
import { readFlattenPlan, unlistedSymbols } from '../../client/plan-flatten';
import { refusalOfAsker } from '../../client/refuse-at-door';
import type { FlattenRequest, FlattenScope } from '../../domain/flatten/flatten-request';
import { marketId } from '../../domain/market-symbol';
import { parseFlattenRequest } from '../../domain/flatten/parse-flatten-request';
import { VenueError } from '../../exchange/venue-error';
import type { FlattenAnswer, FlattenOrder, FlattenPlanAnswer } from '../http/monitor-port';
import { askWithin } from '../trigger/ask-within';
import type { DoorState } from './door-state';
import { isNoAnswer } from './no-answer';

const ASK_WITHIN_MS = 8_000;

type State = Omit<DoorState, 'positions'>;

/** Starts the account's flatten, or joins the one that runs. It lists the positions itself: what is known here is not asked. */
export async function flattenAccount(order: FlattenOrder, state: State): Promise<FlattenAnswer> {
  const { ports } = state;
  if (ports === null) return { kind: 'temporalAway', because: state.because };
  const unlisted = await unlistedIn(order.scope, state);
  if (unlisted.length > 0) return { kind: 'unknownSymbols', marketIds: unlisted };
  const parsed = parseFlattenRequest(requestOf(order, state.account));
  if (!parsed.ok) return { kind: 'refused', because: parsed.sentence };
  const { request } = parsed;
  const refusal = refusalOfAsker(request, state.door.accounts, state.door.allowedSources);
  if (refusal !== null) return { kind: 'refused', because: refusal };
  return askWithin(ports, ASK_WITHIN_MS, () => flatten(ports, request)).then(
    (receipt): FlattenAnswer => ({ kind: 'accepted', receipt }),
    awayOrThrow,
  );
}

/** What a flatten would do now, by reading the venue: it needs no Temporal, and starts nothing. */
export async function flattenPlanOf(scope: FlattenScope, { exchange }: State): Promise<FlattenPlanAnswer> {
  try {
    const unlisted = await unlistedSymbols(exchange, scope);
    if (unlisted.length > 0) return { kind: 'unknownSymbols', marketIds: unlisted.map(marketId) };
    return { kind: 'planned', plan: await readFlattenPlan(exchange, scope) };
  } catch (error) {
    if (!(error instanceof VenueError)) throw error;
    return { kind: 'positionsUnknown', because: error.message };
  }
}

/** A venue that does not answer this keeps nobody from flattening: the worker asks it until it does. */
async function unlistedIn(scope: FlattenScope, { exchange }: State): Promise<string[]> {
  const unlisted = await unlistedSymbols(exchange, scope).catch((error: unknown) => {
    if (error instanceof VenueError) return [];
    throw error;
  });
  return unlisted.map(marketId);
}

/** The same key is the same request, also after a restart of this process. Keys may hold anything, and are one account's. */
function requestOf({ operator, reason, idempotencyKey, scope }: FlattenOrder, account: string): FlattenRequest {
  const key = [account, 'flatten', idempotencyKey].join('\n');
  const requestId =
    idempotencyKey === null ? undefined : `http:${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
  return flattenNow({ account, scope, operator, note: reason, requestId });
}

/** It may have taken the request all the same: asking again joins it, and does no harm. */
function awayOrThrow(error: Error): FlattenAnswer {
  if (!isNoAnswer(error)) throw error;
  return {
    kind: 'temporalAway',
    because: `Temporal gave no answer, and may have the flatten: ask again to join it (${error.message})`,
  };
}
