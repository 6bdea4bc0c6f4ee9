import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problems/problem';
import { hook } from './hook';

/** Bytes that a body may have. */
export const BODY_MAX = 16 * 1024;

/** Reads small JSON bodies and empty ones of any type, and turns the rest away. */
export function guardBodies(app: FastifyInstance): void {
  app.addHook(
    'onRequest',
    hook((request) => {
      if (Number(request.headers['content-length'] ?? 0) > BODY_MAX) throw tooLarge();
    }),
  );
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body, done);
  });
  app.addContentTypeParser<string>('*', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') done(null, undefined);
    else done(new Refusal('unsupported-body'));
  });
}

/** What is still on its way is not waited for. */
const tooLarge = (): Refusal => new Refusal('body-too-large', { headers: { connection: 'close' } });
