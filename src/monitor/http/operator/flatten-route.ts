import { z } from 'zod';
import type { App } from '../app';
import type { FlattenOrder } from '../monitor-port';
import { Refusal } from '../problems/problem';
import { flattenReceipt } from '../schemas/receipts';
import { problemResponses, tokenSecurity } from '../schemas/responses';
import { answerFlatten } from './answer-flatten';
import type { Desk } from './desk';
import { operatorHeaders, reasonSchema } from './operator-headers';
import { whoAsks } from './who-asks';

const confirm = z.string().optional().describe('Must be FLATTEN');
const parameters = z.strictObject({ confirm, reason: reasonSchema });

const schema = {
  summary: 'Close every position of the account',
  description: 'Starts or joins one close for each position. The answer has a line for each, with its receipt.',
  tags: ['operator'],
  security: tokenSecurity,
  querystring: parameters,
  headers: operatorHeaders,
  body: parameters.nullish().describe('The same parameters, where they are not in the query'),
  response: { 202: flattenReceipt, ...problemResponses },
};

/** `POST /flatten`. */
export function flattenRoute(app: App, { port, logger, doors, flattens }: Desk): void {
  app.post('/flatten', { ...doors, schema }, async (request, reply) => {
    const { confirm, reason } = request.body ?? request.query;
    if (confirm !== 'FLATTEN') throw new Refusal('flatten-unconfirmed');
    const { 'x-operator': operator, 'idempotency-key': key } = request.headers;
    const order: FlattenOrder = { operator, reason, idempotencyKey: key ?? null, address: request.ip };
    const { answer, repeated } = await flattens.replays.answer(order.idempotencyKey, fingerprint(order), () =>
      flattens.atOnce.run(() => port.flatten(order)),
    );
    const receipt = answerFlatten(answer);
    const { positions, asked } = receipt;
    logger.info({ ...whoAsks(request, true), reason, positions, asked, repeated }, 'FLATTEN ACCEPTED');
    return reply.code(202).send(receipt);
  });
}

const fingerprint = ({ reason, operator }: FlattenOrder): string => JSON.stringify([reason, operator]);
