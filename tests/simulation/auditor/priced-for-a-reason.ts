import type { LineOf } from '../log';
import { nameOf } from './evidence';
import type { Evidence } from './evidence';

/**
 * 1. A market order, but for two reasons: the venue refused the last one for its price, and then what the band allows is taken
 * at once; or an order that was cancelled to make way is put back, at its own price.
 */
export const pricedForAReason = (evidence: Evidence): string[] =>
  evidence.sent.flatMap((line, index) => {
    const { type, timeInForce } = line.params;
    if (type === 'MARKET') return [];
    if (type === 'LIMIT' && timeInForce === 'IOC') return afterPriceProtection(evidence, line, index);
    if (type === 'LIMIT' && timeInForce === 'GTX') return inPlaceOfItsOwn(evidence, line);
    return [`${nameOf(line)} was sent as ${type} ${timeInForce}`];
  });

function afterPriceProtection({ lines, sent }: Evidence, line: LineOf<'sent'>, index: number): string[] {
  const before = sent.slice(0, index).findLast(({ params }) => params['timeInForce'] !== 'GTX');
  const protectedThen = lines.some(
    (one) =>
      one.kind === 'arrived' &&
      one.code === '-4131' &&
      before !== undefined &&
      one.params['newClientOrderId'] === nameOf(before),
  );
  return protectedThen ? [] : [`${nameOf(line)} names a price, and the venue had not asked for one`];
}

const inPlaceOfItsOwn = ({ lines }: Evidence, line: LineOf<'sent'>): string[] =>
  lines.some(
    (one) => one.kind === 'cancel' && one.atMs <= line.atMs && Number(one.price) === Number(line.params['price']),
  )
    ? []
    : [`${nameOf(line)} rests at ${line.params['price']}, where nothing had been cancelled`];
