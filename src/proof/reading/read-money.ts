import { add, isPositive } from '../../domain/decimal';
import type { OrderRecord } from '../../domain/settlement';
import type { Taker } from '../../domain/taker';
import type { Recorded } from '../recorded';
import { averageOf, profitOf } from './profit';
import type { Filled, Money, OrderStory } from './reading';
import { told } from './told';

const NOT_SAID = 'the history does not say: the venue’s record of an order has neither';

/** What was executed and at which prices, by the venue's own records of the close's orders. */
export function readMoney(history: readonly Recorded[], orders: readonly OrderStory[], currency: string | null): Money {
  const settled = orders.flatMap(filledBy);
  const late = history.flatMap((event) => foundLater(event, orders, settled));
  const fills = [...settled, ...late];
  return {
    fills,
    executedQuantity: fills.map(({ quantity }) => quantity).reduce(add, '0'),
    averagePrice: averageOf(fills),
    currency,
    grossProfit: fills.length === 0 ? null : profitOf(orders[0]?.order.positionSide ?? 'long', fills),
    fees: { amount: null, because: NOT_SAID },
    realisedProfit: { amount: null, because: NOT_SAID },
  };
}

function filledBy(story: OrderStory): Filled[] {
  const { fate } = story;
  return fate === null || fate.fate.kind === 'absent' ? [] : filled(story, fate, fate.fate);
}

/** An order of ours that was judged absent, and that the list of who took the rest shows as executed after all. */
function foundLater(event: Recorded, orders: readonly OrderStory[], known: readonly Filled[]): Filled[] {
  if (event.kind !== 'completed' || event.name !== 'listTakers') return [];
  return ((event.result ?? []) as Taker[]).flatMap(({ record }) => {
    const story = orders.find(({ order }) => order.clientOrderId === record.clientOrderId);
    const isKnown = known.some(({ clientOrderId }) => clientOrderId === record.clientOrderId);
    return story === undefined || isKnown ? [] : filled(story, told(event), record);
  });
}

function filled({ order }: OrderStory, at: { eventId: number; at: string }, record: OrderRecord): Filled[] {
  if (!isPositive(record.executedQuantity)) return [];
  return [
    {
      ...told(at),
      clientOrderId: record.clientOrderId,
      orderId: record.orderId,
      quantity: record.executedQuantity,
      averagePrice: record.averagePrice ?? null,
      entryPrice: order.positionEntryPrice,
    },
  ];
}
