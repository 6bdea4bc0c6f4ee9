import type { Bypass, BypassRequest } from '../src/domain/close-effects';
import { buildCloseOrder } from '../src/domain/close-order';
import type { CloseOrder } from '../src/domain/close-order';
import { signBefore } from '../src/domain/fence';
import type { LogContext } from '../src/domain/log-context';
import { MARKERS } from '../src/domain/markers';
import { AT_MARKET, marketableLimit } from '../src/domain/pricing';
import type { Pricing } from '../src/domain/pricing';
import { TIMES } from '../src/domain/times';
import type { Ports } from './ports';

/**
 * Builds the order, which can only reduce, and so says why no margin is asked. Pure, apart from its log line: the
 * exchange is not a part of it, so there is nothing here that could ask for margin, balance or leverage.
 */
export const createMarginBypass =
  ({ logger }: Pick<Ports, 'logger'>) =>
  (request: BypassRequest, context: LogContext): Promise<Bypass> => {
    const order = orderFor(request);
    const because = whyMarginDoesNotMatter(order);
    logger.info({ ...context, client_order_id: order.clientOrderId, because }, MARKERS.marginCheckSkipped);
    return Promise.resolve({ kind: 'reduces', order, because });
  };

const orderFor = ({ verdict, clientOrderId, lateRounds, priceProtected }: BypassRequest): CloseOrder =>
  buildCloseOrder({
    clientOrderId,
    pricing: priceProtected ? atTheBand(verdict) : AT_MARKET,
    position: verdict.position,
    quantity: verdict.quantity,
    rules: verdict.rules,
    closesWhole: verdict.closesWhole,
    signBeforeMs: signBefore(verdict.readAtMs, lateRounds),
    recvWindowMs: TIMES.recvWindow,
  });

/** The market's best price is outside the band, and market orders are refused: take at once what comes back inside it. */
function atTheBand({ position, rules }: BypassRequest['verdict']): Pricing {
  const price = marketableLimit(position, rules);
  return price === null ? AT_MARKET : { type: 'limit', price, timeInForce: 'IOC' };
}

function whyMarginDoesNotMatter({ side, quantity, positionSide, positionQuantity, reducingBy }: CloseOrder): string {
  const by = 'leg' in reducingBy ? `on the ${reducingBy.leg} leg` : 'reduceOnly';
  return `${side} ${quantity} ${by} takes from a ${positionSide} of ${positionQuantity}: it can release margin, never need it`;
}
