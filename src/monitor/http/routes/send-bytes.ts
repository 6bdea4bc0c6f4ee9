import type { FastifyReply } from 'fastify';

/** Bytes pass Fastify's serialisers by. */
export const sendJson = (reply: FastifyReply, body: Buffer, status = 200): FastifyReply =>
  reply.code(status).type('application/json; charset=utf-8').send(body);
