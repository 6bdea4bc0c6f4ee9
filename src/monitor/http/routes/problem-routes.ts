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
  for (const url of ['/manual-close/:symbol', '/flatten'])
    app.route({ method: ['GET', 'PUT', 'DELETE', 'PATCH'], url, schema: { hide: true }, handler: refuseMethod });
}

const refuseMethod = (): never => {
  throw new Refusal('method-not-allowed', { headers: { allow: 'POST' } });
};

const MEANING = { summary: 'What a problem means', tags: ['problems'], params };
