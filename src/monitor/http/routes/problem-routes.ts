import type { HTTPMethods } from 'fastify';
import { z } from 'zod';
import type { App } from '../app';
import { Refusal } from '../problems/problem';
import { PROBLEMS, problemNames } from '../problems/problem-table';

const params = z.object({ name: z.string() });
const names: readonly string[] = problemNames;

/** The `type` of a problem is a path that says what it means; a path with the wrong method says the right one. */
export function problemRoutes(app: App): void {
  app.get('/problems/:name', { schema: MEANING }, ({ params: { name } }, reply) => {
    const known = problemNames[names.indexOf(name)];
    if (known === undefined) throw new Refusal('unknown-route');
    const [status, title, remedy] = PROBLEMS[known];
    return reply.send({ type: `/problems/${known}`, status, title, remedy });
  });
  const refuse = (url: string, allowed: string, method: HTTPMethods[]) =>
    app.route({ method, url, schema: { hide: true }, handler: () => refuseMethod(allowed) });
  refuse('/manual-close/:symbol', 'POST', ['GET', 'PUT', 'DELETE', 'PATCH']);
  refuse('/flatten', 'GET, POST', ['PUT', 'DELETE', 'PATCH']);
}

const refuseMethod = (allowed: string): never => {
  throw new Refusal('method-not-allowed', { headers: { allow: allowed } });
};

const MEANING = { summary: 'What a problem means', tags: ['problems'], params };
