import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { App } from '../app';
import type { FlattenOrder } from '../monitor-port';
import { flattenPlan } from '../schemas/flatten-plan';
import { flattenReceipt } from '../schemas/receipts';
import { problemResponses, tokenSecurity } from '../schemas/responses';
import { answerFlatten, answerFlattenPlan } from './answer-flatten';
import type { Desk } from './desk';
import { flattenParameters, requireConfirmed, scopeOf } from './flatten-order';
import type { FlattenParameters } from './flatten-order';
import { operatorHeaders } from './operator-headers';
import { whoAsks } from './who-asks';

const schema = {
  summary: 'Flatten the account',
  description:
    'Starts the account’s flatten, or joins the one that runs, whose scope then covers both. It cancels what could open a position, closes every position in scope, and stays until the venue shows neither, twice in a row: GET /flatten says how far it is.',
  tags: ['operator'],
  security: tokenSecurity,
  querystring: flattenParameters,
  headers: operatorHeaders,
  body: flattenParameters.nullish().describe('The same parameters, where they are not in the query'),
  response: { 200: flattenPlan, 202: flattenReceipt, ...problemResponses },
};

/** `POST /flatten`. */
export function flattenRoute(app: App, desk: Desk): void {
  const { port, doors, flattens } = desk;
  app.post('/flatten', { ...doors, schema }, async (request, reply) => {
    const parameters = request.body ?? request.query;
    if (parameters.dryRun === 'true') {
      const answer = await flattens.atOnce.run(() => port.planFlatten(scopeOf(parameters)));
      return reply.code(200).send({ dryRun: true as const, ...answerFlattenPlan(answer) });
    }
    requireConfirmed(parameters, port.health().account);
    return reply
      .code(202)
      .header('location', '/flatten')
      .send(await ask(desk, request, parameters));
  });
}

type Headers = z.output<typeof operatorHeaders>;

async function ask({ port, logger, flattens }: Desk, request: FastifyRequest, parameters: FlattenParameters) {
  const { 'x-operator': operator, 'idempotency-key': key } = request.headers as Headers;
  const { reason } = parameters;
  const scope = scopeOf(parameters);
  const order: FlattenOrder = { operator, reason, scope, idempotencyKey: key ?? null, address: request.ip };
  const { answer, repeated } = await flattens.replays.answer(order.idempotencyKey, fingerprint(order), () =>
    flattens.atOnce.run(() => port.flatten(order)),
  );
  const receipt = { ...answerFlatten(answer), operator, reason, follow: '/flatten' };
  const { kind, workflowId, runId } = receipt;
  const said = { reason, scope, receipt: kind, repeated, workflow_id: workflowId, run_id: runId };
  logger.info({ ...whoAsks(request, true), ...said }, 'FLATTEN ACCEPTED');
  return receipt;
}

const fingerprint = ({ reason, operator, scope }: FlattenOrder): string => JSON.stringify([reason, operator, scope]);
