import type { OrderFate, Settlement } from '../../domain/settlement';
import type { Submission } from '../../domain/submission';
import type { Said } from './said';

/** What sending an order told. */
export function saySubmission(submission: Submission): Said {
  switch (submission.kind) {
    case 'accepted':
      return venue(
        `accepted it as order ${submission.orderId}: ${submission.status}, ${submission.executedQuantity} executed`,
        false,
      );
    case 'rejected':
      return venue(`refused it: ${submission.code} ${submission.message}`, true);
    case 'notSent':
      return { who: 'worker', says: `did not send it: ${submission.trouble.detail}`, isTrouble: true };
    case 'unknown':
      return {
        who: 'worker',
        says: `does not know its fate, ${submission.cause}: ${submission.detail}`,
        isTrouble: true,
      };
  }
}

/** What the venue says became of an order and of the position. */
export function saySettlement(settlement: Settlement): Said {
  if (settlement.kind === 'unresolved') return { who: 'worker', says: settlement.trouble.detail, isTrouble: true };
  const { order, position } = settlement;
  const left = position === null ? 'flat' : `${position?.side ?? 'no position'} ${position?.quantity ?? ''}`.trim();
  return venue(`${sayFate(order)}; reads ${left}`, order.kind === 'absent');
}

export function sayFate(fate: OrderFate): string {
  if (fate.kind === 'absent') return `never had it: ${fate.evidence}`;
  const price = fate.averagePrice === undefined ? '' : ` at ${fate.averagePrice}`;
  return `has order ${fate.orderId} as ${fate.status}, ${fate.executedQuantity} executed${price}`;
}

const venue = (says: string, isTrouble: boolean): Said => ({ who: 'venue', says, isTrouble });
