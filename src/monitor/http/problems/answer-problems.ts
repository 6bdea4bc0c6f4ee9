import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalLog } from './refusal-log';
import { Refusal, headersOf, problemOf } from './problem';
import { toRefusal } from './to-refusal';

type Answer = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Every refusal, wherever it was made, becomes a problem document here, and a line in the log where somebody wanted to act. */
export const answerWith =
  (log: RefusalLog): Answer =>
  (thrown, request, reply) => {
    const refused = toRefusal(thrown);
    log.note(request, refused, thrown);
    return sendProblem(reply, refused);
  };

export function answerProblems(app: FastifyInstance, answer: Answer): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answer(error, request, reply));
  app.setNotFoundHandler((request, reply) => answer(new Refusal('unknown-route'), request, reply));
}

const sendProblem = (reply: FastifyReply, refused: Refusal): FastifyReply =>
  reply
    .code(refused.status)
    .headers(headersOf(refused))
    .type('application/problem+json')
    // As bytes: a problem may come in the place of any answer, and no route's schema is its own.
    .send(Buffer.from(JSON.stringify(problemOf(refused, reply.request.id))));
