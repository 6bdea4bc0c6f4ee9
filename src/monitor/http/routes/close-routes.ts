import { z } from 'zod';
import { SharedAnswers } from '../answers/shared-answers';
import type { App } from '../app';
import type { Document, MonitorPort } from '../monitor-port';
import { Refusal } from '../problems/problem';
import { closeDetail, closesAnswer } from '../schemas/close-view';
import { documented, problemResponses } from '../schemas/responses';
import { factOf } from './fact-of';
import { sendJson } from './send-bytes';

const LIST_FRESH_FOR_MS = 500;
const DETAIL_FRESH_FOR_MS = 500;
/** Histories read at a time. */
const DETAILS_AT_ONCE = 16;
/** Each is made by a process of its own. */
const PROOFS_AT_ONCE = 2;
const PROOF_FRESH_FOR_MS = 10_000;

const query = z.strictObject({ runId: z.string().max(64).optional().describe('The newest run where it is not given') });
const params = z.object({ id: z.string().describe('The workflow id, such as close:main:BTCUSDT:long') });

/** What Temporal knows of closes. */
export function closeRoutes(app: App, port: MonitorPort): void {
  const lists = new SharedAnswers<Buffer>({ forMs: LIST_FRESH_FOR_MS, atOnce: 1 });
  const details = new SharedAnswers<Buffer>({ forMs: DETAIL_FRESH_FOR_MS, atOnce: DETAILS_AT_ONCE });
  const proofs = new SharedAnswers<Document>({ forMs: PROOF_FRESH_FOR_MS, atOnce: PROOFS_AT_ONCE });

  app.get('/closes', { schema: LIST }, async (_request, reply) =>
    sendJson(reply, await lists.ask('', () => readList(port))),
  );
  app.get('/closes/:id', { schema: DETAIL }, async ({ params: { id }, query: { runId } }, reply) =>
    sendJson(reply, await details.ask(`${id} ${runId}`, () => readDetail(port, id, runId))),
  );
  app.get('/closes/:id/proof', { schema: PROOF }, async ({ params: { id }, query: { runId } }, reply) => {
    const { contentType, body } = await proofs.ask(`${id} ${runId}`, () => readProof(port, id, runId));
    return reply.header('content-security-policy', PROOF_POLICY).type(contentType).send(Buffer.from(body));
  });
}

async function readList(port: MonitorPort): Promise<Buffer> {
  const closes = factOf(await port.closes());
  return Buffer.from(JSON.stringify({ at: new Date().toISOString(), count: closes.length, closes }));
}

async function readDetail(port: MonitorPort, id: string, runId?: string): Promise<Buffer> {
  const detail = factOf(await port.closeDetail(id, runId));
  if (detail === null) throw new Refusal('unknown-close');
  return Buffer.from(JSON.stringify(detail));
}

async function readProof(port: MonitorPort, id: string, runId?: string): Promise<Document> {
  const known = await port.proof?.(id, runId);
  const document = known === undefined ? null : factOf(known);
  if (document === null) throw new Refusal('no-proof');
  return document;
}

/** A proof is one page that brings its style and picture with it, and may do nothing else. */
export const PROOF_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

const LIST = {
  summary: 'Running closes and the newest finished ones',
  tags: ['closes'],
  response: { 200: documented(closesAnswer, 'Newest first'), ...problemResponses },
};

const DETAIL = {
  summary: 'One close: state, rounds, orders, who asked, and the four markers of its proof chain',
  tags: ['closes'],
  params,
  querystring: query,
  response: { 200: documented(closeDetail, 'As its history tells it'), ...problemResponses },
};

const PROOF = { summary: 'The proof of a finished close, as a page', tags: ['closes'], params, querystring: query };
