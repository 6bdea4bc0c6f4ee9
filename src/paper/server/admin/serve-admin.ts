import { pageReply } from '../page/page';
import type { PaperRequest } from '../read-request';
import { jsonReply } from '../reply';
import type { Reply } from '../reply';
import type { Venue } from '../venue';
import { BadInput, bad } from './bad-input';
import { causeEvent } from './events';
import { addFault, clearFaults } from './faults';
import { setBooks } from './books';
import { putPositions } from './positions';
import { startReplay, startWalk, stopMovers } from './movers';
import { movePrices, setFundingRates, setLiquidity } from './prices';
import { changeSettings, reset } from './reset';
import { showAudit, showState } from './show';
import { addStreamFault, clearStreamFaults } from './stream-faults';

type Change = (venue: Venue, body: unknown) => unknown;
type Show = (venue: Venue, params: Readonly<Record<string, string>>) => unknown;

const CHANGES: Readonly<Record<string, Change>> = {
  'POST /paper/reset': reset,
  'POST /paper/settings': changeSettings,
  'POST /paper/positions': putPositions,
  'POST /paper/prices': movePrices,
  'POST /paper/liquidity': setLiquidity,
  'POST /paper/books': setBooks,
  'POST /paper/funding': setFundingRates,
  'POST /paper/walk': startWalk,
  'DELETE /paper/walk': stopMovers,
  'POST /paper/replay': startReplay,
  'POST /paper/faults': addFault,
  'DELETE /paper/faults': clearFaults,
  'POST /paper/events': causeEvent,
  'POST /paper/stream-faults': addStreamFault,
  'DELETE /paper/stream-faults': clearStreamFaults,
};

const SHOWS: Readonly<Record<string, Show>> = { 'GET /paper/audit': showAudit, 'GET /paper/state': showState };

const readBody = (request: PaperRequest): unknown => {
  if (request.body === '') return undefined;
  try {
    return JSON.parse(request.body);
  } catch {
    throw bad('body', 'is not JSON');
  }
};

/** The change stands in the audit of the world that it found; a reset has nothing before it. */
const change = (venue: Venue, request: PaperRequest, apply: Change): unknown => {
  const body = readBody(request);
  const line = venue.audit.admin({ at: venue.now(), method: request.method, path: request.path, body: body ?? null });
  venue.catchUp();
  return venue.audit.during(line, () => apply(venue, body));
};

const answer = (venue: Venue, request: PaperRequest): Reply => {
  if (request.route === 'GET /paper/') return pageReply();
  const [apply, show] = [CHANGES[request.route], SHOWS[request.route]];
  if (apply) return jsonReply(change(venue, request, apply));
  venue.catchUp();
  if (show) return jsonReply(show(venue, request.params));
  return jsonReply(
    {
      error: `${request.route} is not an admin route (known: ${[...Object.keys(CHANGES), ...Object.keys(SHOWS)].join(', ')})`,
    },
    404,
  );
};

/** The door for whoever runs the exchange. Nothing here is part of what a venue offers. */
export const serveAdmin = (venue: Venue, request: PaperRequest): Reply => {
  try {
    return answer(venue, request);
  } catch (thrown) {
    if (thrown instanceof BadInput) return jsonReply({ error: thrown.message }, 400);
    throw thrown;
  }
};
