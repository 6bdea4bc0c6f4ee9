import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { normaliseSymbol } from '../../../domain/market-symbol';
import type { App } from '../app';
import type { ManualCloseOrder } from '../monitor-port';
import { Refusal } from '../problems/problem';
import { manualCloseReceipt } from '../schemas/receipts';
import { problemResponses, tokenSecurity } from '../schemas/responses';
import { answerManualClose } from './answer-manual-close';
import type { Desk } from './desk';
import { operatorHeaders, reasonSchema } from './operator-headers';
import { whoAsks } from './who-asks';

const query = z.strictObject({
  reason: reasonSchema,
  force: z.string().optional().describe('Must be true: a manual close sets the exit rules aside'),
  side: z.enum(['long', 'short']).optional().describe('Needed where hedge mode has a position on either side'),
});

type Asked = { query: z.output<typeof query>; headers: z.output<typeof operatorHeaders>; params: { symbol: string } };

const schema = {
  summary: 'Close one position by hand',
  description: 'Starts the close of the position, or joins and wakes the one that runs. The answer is a receipt.',
  tags: ['operator'],
  security: tokenSecurity,
  params: z.object({ symbol: z.string().describe('BTCUSDT, or BTC/USDT:USDT with its slash escaped') }),
  querystring: query,
  headers: operatorHeaders,
  body: z.strictObject({}).nullish().describe('None: parameters go in the query'),
  response: { 202: manualCloseReceipt, ...problemResponses },
};

/** `POST /manual-close/:symbol`, as operators have always called it. */
export function manualCloseRoute(app: App, { port, logger, doors, manualCloses }: Desk): void {
  app.post('/manual-close/:symbol', { ...doors, schema }, async (request, reply) => {
    const order = orderOf(request, request);
    const { answer, repeated } = await manualCloses.replays.answer(order.idempotencyKey, fingerprint(order), () =>
      manualCloses.atOnce.run(() => port.manualClose(order)),
    );
    const receipt = answerManualClose(answer, order);
    const { kind, workflowId, runId } = receipt;
    logger.info(
      {
        ...whoAsks(request, true),
        reason: order.reason,
        receipt: kind,
        repeated,
        workflow_id: workflowId,
        run_id: runId,
      },
      'MANUAL CLOSE ACCEPTED',
    );
    return reply.code(202).header('location', receipt.follow).send(receipt);
  });
}

function orderOf({ query, headers, params }: Asked, { ip }: Pick<FastifyRequest, 'ip'>): ManualCloseOrder {
  if (query.force !== 'true') throw new Refusal('force-missing');
  const symbol = normaliseSymbol(params.symbol);
  if (symbol === undefined)
    throw new Refusal('unknown-symbol', { detail: `${params.symbol.slice(0, 40)} does not name a market` });
  return {
    symbol,
    side: query.side ?? null,
    reason: query.reason,
    operator: headers['x-operator'],
    idempotencyKey: headers['idempotency-key'] ?? null,
    address: ip,
  };
}

const fingerprint = ({ symbol, side, reason, operator }: ManualCloseOrder): string =>
  JSON.stringify([symbol, side, reason, operator]);
