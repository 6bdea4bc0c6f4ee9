/** Histories that somebody has edited: each is caught by the check whose business it is. */
import { checked, troubled } from '../support/checked';
import { Doctored } from '../support/doctor';
import type { Values } from '../support/doctor';
import { historyJson } from '../support/histories';

jest.setTimeout(120_000);

const on = (name: string): Doctored => new Doctored(name);

type Object = Record<string, Values>;

const STILL_OPEN: Values = {
  ...{ symbol: 'BTC/USDT:USDT', side: 'long', quantity: '1', entryPrice: '60000', mode: 'one-way' },
};

/** [what was done, the patient, by which checks it is caught] */
const CASES: [string, () => Doctored, string[]][] = [
  [
    'reduceOnly is missing from the decision',
    () => on('closed').editStart((decision) => delete decision['reduceOnly']),
    ['decision-complete', 'intact'],
  ],
  [
    'the source of the decision is missing',
    () => on('closed').editStart((decision) => delete decision['source']),
    ['decision-complete', 'intact'],
  ],
  [
    'the decision names another source than the result',
    () => on('closed').editStart((decision) => (decision['source'] = 'operator:mallory')),
    ['decision-complete'],
  ],
  [
    'the decision is for another position',
    () => on('closed').editStart((decision) => (decision['symbol'] = 'ETH/USDT:USDT')),
    ['decision-complete', 'only-reduces', 'intact'],
  ],
  [
    'the result names somebody who never asked',
    () =>
      on('closed').editResult((result) =>
        (result['asked'] as Values[]).push({
          ...(result['asked'] as Values[])[0],
          decisionId: 'other',
          source: 'operator:mallory',
        }),
      ),
    ['decision-complete'],
  ],
  [
    'the quantity of the order that was sent',
    () => on('closed').editAsked('placeOrder', (order) => (order['quantity'] = '0.5')),
    ['only-reduces'],
  ],
  [
    'the quantity of the order, both where it was built and where it was sent',
    () =>
      on('closed')
        .editMarker('marginBypass', ({ order }) => ((order as Values)['quantity'] = '3'))
        .editAsked('placeOrder', (order) => (order['quantity'] = '3')),
    ['only-reduces'],
  ],
  [
    'the order is to buy, and adds to the position',
    () => on('closed').editAsked('placeOrder', (order) => (order['side'] = 'buy')),
    ['only-reduces'],
  ],
  [
    'the order does not say that it only reduces',
    () => on('closed').editAsked('placeOrder', (order) => (order['reducingBy'] = {})),
    ['only-reduces'],
  ],
  [
    'in hedge mode, the order acts on the other leg',
    () => on('hedge-mode').editAsked('placeOrder', (order) => (order['reducingBy'] = { leg: 'long' })),
    ['only-reduces'],
  ],
  [
    'more was executed than the order was for',
    () => on('closed').editAnswer('awaitTerminalFilled', ({ order }) => ((order as Values)['executedQuantity'] = '9')),
    ['only-reduces', 'terminal', 'intact'],
  ],
  [
    'more was executed than the order was for, by what was read back within the task',
    () =>
      on('shown-in-task').editMarker(
        'awaitTerminalFilled',
        ({ order }) => ((order as Values)['executedQuantity'] = '9'),
      ),
    ['only-reduces', 'terminal', 'intact'],
  ],
  [
    'what was read back within the task is lost',
    () => {
      const patient = on('shown-in-task');
      return patient.remove(patient.markers('awaitTerminalFilled')[0]).renumber();
    },
    ['terminal', 'flat', 'intact'],
  ],
  [
    'the venue still read a position within the task',
    () =>
      on('shown-in-task').editMarker('awaitTerminalFilled', (settlement) => {
        settlement['position'] = STILL_OPEN;
      }),
    ['flat', 'intact'],
  ],
  [
    'less was read than the order was for',
    () => on('closed').editMarker('validate', ({ position }) => ((position as Values)['quantity'] = '0.5')),
    ['only-reduces'],
  ],
  [
    'an activity asked for margin',
    () => {
      const patient = on('closed');
      (patient.scheduled('awaitTerminalFilled') as unknown as Object)['activityTaskScheduledEventAttributes']![
        'activityType'
      ] = { name: 'readBalance' };
      return patient;
    },
    ['only-reduces', 'terminal', 'flat', 'intact'],
  ],
  [
    'the order bears a name that no run and round give',
    () => on('closed').editAsked('placeOrder', (order) => (order['clientOrderId'] = 'cp00000000000000000000000001')),
    ['only-reduces', 'one-unresolved', 'terminal', 'flat'],
  ],
  [
    'the order was sent twice',
    () => {
      const patient = on('closed');
      const send = patient.events.filter(({ eventId }) => ['7', '8', '9'].includes(eventId));
      patient.events.splice(9, 0, ...structuredClone(send));
      return patient.renumber();
    },
    ['one-unresolved', 'terminal', 'flat', 'intact'],
  ],
  [
    'the second order was sent before the fate of the first was known',
    () => {
      const patient = on('lost-reply-absent');
      return patient.remove(patient.completed('awaitTerminalFilled')).renumber();
    },
    ['one-unresolved', 'terminal', 'flat', 'intact'],
  ],
  [
    'the server was allowed to send the order again',
    () => {
      const patient = on('closed');
      (patient.scheduled('placeOrder') as unknown as Object)['activityTaskScheduledEventAttributes']!['retryPolicy'] = {
        maximumAttempts: 5,
      };
      return patient;
    },
    ['one-unresolved'],
  ],
  [
    'an order that is only NEW is taken for ended',
    () => on('closed').editAnswer('awaitTerminalFilled', ({ order }) => ((order as Values)['status'] = 'NEW')),
    ['terminal'],
  ],
  [
    'the record is that of another order',
    () =>
      on('closed').editAnswer('awaitTerminalFilled', ({ order }) => ((order as Values)['clientOrderId'] = 'web_abc')),
    ['terminal'],
  ],
  [
    'the result calls an order FILLED that the venue proved absent',
    () =>
      on('lost-reply-absent').editResult(({ orders }) =>
        Object.assign((orders as Values[])[0]!, { fate: 'terminal', status: 'FILLED', executedQuantity: '1' }),
      ),
    ['terminal'],
  ],
  [
    'the result keeps silent about an order',
    () => on('split-over-maximum').editResult(({ orders }) => (orders as Values[]).splice(1, 1)),
    ['terminal'],
  ],
  [
    'FILLED without a position read',
    () =>
      on('closed').editAnswer('awaitTerminalFilled', (settlement) => {
        delete settlement['position'];
        delete settlement['readAtMs'];
      }),
    ['flat', 'intact'],
  ],
  [
    'the venue still read a position',
    () =>
      on('closed').editAnswer('awaitTerminalFilled', (settlement) => {
        settlement['position'] = STILL_OPEN;
      }),
    ['flat', 'intact'],
  ],
  [
    'the result was swapped for that of another close',
    () => {
      const patient = on('handed-over');
      const other = on('closed').events.at(-1)!['workflowExecutionCompletedEventAttributes'] as Values;
      const end = patient.events.at(-1)!['workflowExecutionCompletedEventAttributes'] as Values;
      end['result'] = other['result']!;
      return patient;
    },
    ['decision-complete', 'terminal', 'flat'],
  ],
  [
    'a held position is said to be flat',
    () =>
      on('handed-over').editResult((result) => Object.assign(result, { outcome: 'closed', remainingQuantity: '0' })),
    ['flat'],
  ],
  [
    'what others took is said to be closed by its own orders',
    () => on('closed-elsewhere').editResult((result) => Object.assign(result, { outcome: 'closed' })),
    ['flat'],
  ],
  [
    'an event was removed',
    () => {
      const patient = on('closed');
      return patient.remove(patient.completed('placeOrder'));
    },
    ['intact'],
  ],
  [
    'an event was removed, and the others were renumbered',
    () => {
      const patient = on('closed');
      return patient.remove(patient.markers('validate')[0]).renumber();
    },
    ['only-reduces', 'terminal', 'flat', 'intact'],
  ],
  [
    'two events changed places',
    () => {
      const patient = on('closed');
      const [one, other] = patient.events.splice(4, 2);
      patient.events.splice(4, 0, other!, one!);
      return patient;
    },
    ['only-reduces', 'intact'],
  ],
];

it.each(CASES)('%s', async (_what, operate, caught) => {
  const fails = (await checked(operate().history)).filter(({ verdict }) => verdict === 'FAIL');
  expect(fails.map(({ id }) => id)).toEqual(caught);
});

it('the history of another run is not taken for this one', async () => {
  const history = historyJson('closed');
  const otherRun = '7f1b0c6e-55d2-4c9e-9d0b-0a4d1f2e3c4b';
  const [intact] = (await checked(history, { runId: otherRun })).slice(-1);
  expect(intact).toMatchObject({ verdict: 'FAIL', eventIds: [1] });
  expect(intact?.because).toContain(`it is said to be of run ${otherRun}`);
  expect(troubled(await checked(history, { workflowId: 'close:main:ETHUSDT:long' }))).toContain('intact: FAIL');
});

it('a history that was cut off at its end proves nothing of the end', async () => {
  const { events } = historyJson('closed');
  expect(troubled(await checked({ events: events.slice(0, -1) }))).toEqual(['flat: CANNOT TELL']);
});
