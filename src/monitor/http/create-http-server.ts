import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { boardRoutes } from '../board/board-routes';
import type { App } from './app';
import { BODY_MAX, guardBodies } from './doors/body-door';
import { hostDoor } from './doors/host-door';
import { originDoor } from './doors/origin-door';
import { sendSecurityHeaders } from './doors/security-headers';
import type { HttpSettings } from './http-settings';
import type { MonitorPort } from './monitor-port';
import { createDesk } from './operator/desk';
import { flattenRoute } from './operator/flatten-route';
import { manualCloseRoute } from './operator/manual-close-route';
import { answerProblems, answerWith } from './problems/answer-problems';
import { RefusalLog } from './problems/refusal-log';
import { closeRoutes } from './routes/close-routes';
import { docsRoutes } from './routes/docs-routes';
import { flattenViewRoute } from './routes/flatten-view-route';
import { monitorRoutes } from './routes/monitor-routes';
import { problemRoutes } from './routes/problem-routes';

/** Sockets at a time; the next one is closed at once. */
export const SOCKETS_MAX = 2_000;
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
const KEEP_ALIVE_MS = 75_000;
const PATH_PART_MAX = 256;

/** The HTTP service of the exit monitor, with its board at `/`. It listens by `listen`, and ends by `close()`. */
export function createHttpServer(port: MonitorPort, settings: HttpSettings, logger: Logger): FastifyInstance {
  const answer = answerWith(new RefusalLog(logger));
  const app = bareServer(answer);
  answerProblems(app, answer);
  sendSecurityHeaders(app);
  app.addHook('onRequest', hostDoor(settings));
  app.addHook('onRequest', originDoor);
  guardBodies(app);
  countAnswers(app, port);
  app.register(async (routes: App) => {
    await docsRoutes(routes, port.health().version);
    monitorRoutes(routes, port);
    closeRoutes(routes, port);
    flattenViewRoute(routes, port);
    problemRoutes(routes);
    const desk = createDesk(port, settings, logger);
    manualCloseRoute(routes, desk);
    flattenRoute(routes, desk);
    boardRoutes(routes, port, logger);
  });
  return app;
}

function bareServer(answer: ReturnType<typeof answerWith>): FastifyInstance {
  const app = fastify({
    // It would log URLs, and a URL may hold a token by mistake.
    logger: false,
    bodyLimit: BODY_MAX,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS },
    // Paths that the router cannot read never reach a route's own error handler.
    frameworkErrors: (error, request, reply) => void answer(error, request, reply),
    routerOptions: { maxParamLength: PATH_PART_MAX },
    genReqId: () => randomUUID(),
    // Boards and kept connections do not hold up the end.
    forceCloseConnections: true,
  });
  app.server.maxConnections = SOCKETS_MAX;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  return app;
}

function countAnswers(app: FastifyInstance, port: MonitorPort): void {
  if (port.answered === undefined) return;
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'unknown';
    port.answered?.({ route, method, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
    done();
  });
}
