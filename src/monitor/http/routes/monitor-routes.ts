import { CachedBytes } from '../answers/cached-bytes';
import { SharedAnswers } from '../answers/shared-answers';
import type { App } from '../app';
import type { Document, MonitorPort } from '../monitor-port';
import { healthView, readiness } from '../schemas/health-view';
import { positionsAnswer } from '../schemas/position-view';
import { documented } from '../schemas/responses';
import { sendJson } from './send-bytes';

/** How old an answer may be, ms. */
export const FRESH_FOR_MS = 250;

const now = (): string => new Date().toISOString();

/** What the monitor knows without asking anybody. */
export function monitorRoutes(app: App, port: MonitorPort): void {
  const positions = new CachedBytes(() => {
    const shown = port.positions();
    return { at: now(), count: shown.length, positions: shown };
  }, FRESH_FOR_MS);
  const health = new CachedBytes(() => port.health(), FRESH_FOR_MS);
  const metrics = new SharedAnswers<Document>({ forMs: FRESH_FOR_MS, atOnce: 1 });

  app.get('/positions', { schema: POSITIONS }, (_request, reply) => sendJson(reply, positions.get()));
  app.get('/health', { schema: HEALTH }, (_request, reply) => sendJson(reply, health.get()));
  app.get('/ready', { schema: READY }, (_request, reply) => {
    const state = port.ready();
    return sendJson(reply, Buffer.from(JSON.stringify(state)), state.ready ? 200 : 503);
  });
  app.get('/metrics', { schema: METRICS }, async (_request, reply) => {
    const { contentType, body } = await metrics.ask('', () => port.metrics());
    return reply.type(contentType).send(Buffer.from(body));
  });
}

const POSITIONS = {
  summary: 'The positions watched, and how far each rule is from firing',
  tags: ['monitor'],
  response: { 200: documented(positionsAnswer, `At most ${FRESH_FOR_MS} ms old`) },
};

const HEALTH = {
  summary: 'How the monitor, its feeds, Temporal and the venue are',
  description: 'Always 200 while the process lives: "status" tells the rest, and GET /ready is for load balancers.',
  tags: ['monitor'],
  response: { 200: documented(healthView, 'Its state') },
};

const READY = {
  summary: 'Whether it watches positions now',
  tags: ['monitor'],
  response: { 200: documented(readiness, 'It does'), 503: documented(readiness, 'It does not, and why') },
};

const METRICS = { summary: 'Metrics for Prometheus', tags: ['monitor'] };
