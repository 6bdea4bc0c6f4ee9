import { readProof } from '../../../src/proof/reading/read-proof';
import { closes, heldJson, historyJson, historyOf } from '../support/histories';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';

const read = (name: string) => readProof(historyOf(name));

it.each(closes())('%s is read the same twice, and every line of it cites an event of the history', (name) => {
  const reading = read(name);
  expect(read(name)).toEqual(reading);
  const ids = new Set(historyJson(name).events.map(({ eventId }) => Number(eventId)));
  expect(reading.timeline.filter(({ eventId }) => !ids.has(eventId))).toEqual([]);
});

it('a clean close tells who asked, what was read, sent, answered and settled, and what it cost', () => {
  const { asked, rounds, money, times, result, nakedMs } = read('closed');
  expect(asked).toMatchObject([{ eventId: 1, by: 'start', source: 'exit-monitor', reason: 'STOP_LOSS', fault: null }]);
  expect(rounds).toHaveLength(1);
  expect(rounds[0]).toMatchObject({
    read: { by: 'validate', verdict: 'closable' },
    orders: [
      {
        order: { quantity: '1', side: 'sell', reducingBy: { flag: 'reduceOnly' } },
        built: { isSame: true },
        answer: { submission: { kind: 'accepted' } },
        fate: { fate: { kind: 'terminal', status: 'FILLED', executedQuantity: '1', averagePrice: '59999.9' } },
      },
    ],
  });
  expect(money).toMatchObject({
    executedQuantity: '1',
    averagePrice: '59999.9',
    grossProfit: '-0.1',
    currency: 'USDT',
  });
  expect(money.fees.because).toContain('does not say');
  expect(times.decisionToFlatMs).toBe(times.decisionToOrderMs! + times.orderToFlatMs!);
  expect(result?.outcome).toBe('closed');
  expect(nakedMs).toBeNull();
});

it('a close in three orders has an average over all of them, says who joined, and what became of its stop', () => {
  const { asked, rounds, money, nakedMs, timeline } = read('split-with-stop-and-joined');
  expect(asked.map(({ source, by }) => `${source} by ${by}`)).toEqual([
    'exit-monitor by start',
    'operator:alice by exitRequested',
  ]);
  expect(rounds.map(({ orders }) => orders[0]?.order.quantity)).toEqual(['2000', '2000', '1000']);
  expect(money).toMatchObject({ executedQuantity: '5000', averagePrice: '2999.99', grossProfit: '-50' });
  expect(nakedMs).toBe(0);
  expect(timeline.map(({ says }) => says).join('\n')).toContain('cancelled STOP_MARKET');
});

it('a short that is bought back dearer is a loss', () => {
  expect(read('hedge-mode').money).toMatchObject({ averagePrice: '60000.1', grossProfit: '-0.06' });
});

it('an order whose reply was lost has the fate that the venue’s look-up gave it', () => {
  const [lost, second] = read('lost-reply-absent').rounds.flatMap(({ orders }) => orders);
  expect(lost).toMatchObject({ answer: { submission: { kind: 'unknown' } }, fate: { fate: { kind: 'absent' } } });
  expect(second?.fate).toMatchObject({ fate: { status: 'FILLED' } });
});

it('an order that puts another back names it', () => {
  const orders = read('claim-put-back').rounds.flatMap((round) => round.orders);
  expect(orders.map(({ restores }) => restores)).toEqual([null, null, 'take-profit']);
  expect(read('claim-put-back').money.executedQuantity).toBe('0.4');
});

it('a close that runs has no result yet, and says so', () => {
  expect(readProof(historyFromJSON(heldJson()))).toMatchObject({
    result: null,
    ending: { kind: 'running' },
    nakedMs: null,
  });
});

it('the history of another workflow, and what is none, is refused in a sentence', () => {
  const foreign = historyJson('closed');
  const [first] = foreign.events as [Record<string, { workflowType: { name: string } }>];
  first['workflowExecutionStartedEventAttributes']!.workflowType.name = 'FlattenWorkflow';
  expect(() => readProof(historyFromJSON(foreign))).toThrow(
    'this is the history of a FlattenWorkflow, and proofs are of a CloseWorkflow',
  );
  expect(() => readProof({ events: [] })).toThrow('this is no history of a workflow');
});
