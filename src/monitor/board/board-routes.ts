import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../http/app';
import type { MonitorPort } from '../http/monitor-port';
import { Refusal } from '../http/problems/problem';
import { BoardStream, WATCHERS_MAX } from './board-stream';
import { keepTime } from './keep-time';
import { readPageFiles } from './page-files';
import type { PageFile } from './page-files';
import { PriceTrails } from './price-trails';

const TRY_AGAIN_MS = 10_000;

/** The board at `/`, its files below `/board/`, and what it listens to at `/board/events`. */
export function boardRoutes(app: App, port: MonitorPort, logger: Logger): void {
  const files = readPageFiles();
  const trails = new PriceTrails();
  const stream = new BoardStream(() => port.board(), trails);
  keepTime(app, { port, trails, stream, logger });

  app.get('/', { schema: { hide: true } }, ({ headers }, reply) =>
    sendFile(reply, files.get('index.html'), headers['if-none-match']),
  );
  app.get('/board/:file', { schema: FILE }, ({ params: { file }, headers }, reply) =>
    sendFile(reply, files.get(file), headers['if-none-match']),
  );
  app.get('/board/events', { schema: EVENTS, exposeHeadRoute: false }, (_request, reply) => {
    if (stream.watchers >= WATCHERS_MAX) throw new Refusal('board-full', { retryAfterMs: TRY_AGAIN_MS });
    stream.admit(openStream(reply));
    return reply;
  });
}

function sendFile(reply: FastifyReply, file: PageFile | undefined, known: string | undefined): FastifyReply {
  if (file === undefined) throw new Refusal('unknown-route');
  // Asked about each time: a board of yesterday must not talk to a monitor of today.
  reply.headers({ etag: file.etag, 'cache-control': 'no-cache' });
  return known === file.etag ? reply.code(304).send() : reply.type(file.contentType).send(file.body);
}

/** From here on the answer is the stream's. */
function openStream(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    // Proxies that collect answers would make it late.
    'x-accel-buffering': 'no',
  });
  reply.raw.socket?.setNoDelay(true);
  reply.raw.write('retry: 2000\n\n');
  return reply.raw;
}

const FILE = { hide: true, params: z.object({ file: z.string() }) };

const EVENTS = {
  summary: 'What the board shows, live, as server-sent events',
  description:
    'First the whole "state", then each "change", about twice a second. A reader that falls behind is sent less.',
  tags: ['monitor'],
};
