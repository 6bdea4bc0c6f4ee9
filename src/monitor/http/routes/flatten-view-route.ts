import { SharedAnswers } from '../answers/shared-answers';
import type { App } from '../app';
import type { MonitorPort } from '../monitor-port';
import { flatteningAnswer } from '../schemas/flatten-view';
import { documented, problemResponses } from '../schemas/responses';
import { factOf } from './fact-of';
import { sendJson } from './send-bytes';

const FRESH_FOR_MS = 500;

/** `GET /flatten`: the account's newest flatten. */
export function flattenViewRoute(app: App, port: MonitorPort): void {
  const answers = new SharedAnswers<Buffer>({ forMs: FRESH_FOR_MS, atOnce: 1 });
  app.get('/flatten', { schema: SCHEMA }, async (_request, reply) =>
    sendJson(reply, await answers.ask('', () => read(port))),
  );
}

async function read(port: MonitorPort): Promise<Buffer> {
  const flatten = factOf(await port.flattening());
  return Buffer.from(JSON.stringify({ at: new Date().toISOString(), flatten }));
}

const SCHEMA = {
  summary: 'The account’s newest flatten: how far it is, and what is held',
  tags: ['closes'],
  response: { 200: documented(flatteningAnswer, 'Null where there was none'), ...problemResponses },
};
