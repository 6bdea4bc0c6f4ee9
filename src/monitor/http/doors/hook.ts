import type { FastifyRequest, onRequestHookHandler } from 'fastify';

/** A check of a request's head, which refuses by throwing. */
export const hook =
  (check: (request: FastifyRequest) => void): onRequestHookHandler =>
  (request, _reply, done) => {
    try {
      check(request);
      done();
    } catch (refused) {
      done(refused as Error);
    }
  };
