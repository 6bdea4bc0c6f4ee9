import { runClose } from '../../src/domain/close-loop';
import type { Trouble } from '../../src/domain/failure-types';
import type { RestorePlan } from '../../src/domain/restore-plan';
import { TIMES } from '../../src/domain/times';
import { aDecision, aRestingOrder, aStop, TARGET } from '../support/close-fixtures';
import { ScriptedVenue } from '../support/scripted-venue';
import type { Script } from '../support/scripted-venue';

const wrongKeys: Trouble = { type: 'CredentialsRefused', detail: '-2015 Invalid API-key', needsPerson: true };
const half = aDecision({ quantity: { fraction: '0.5' } });

/** A take-profit for all of it claims the position, so the first order bounces and the take-profit makes way. */
const claimed = (script: Script = {}): ScriptedVenue =>
  new ScriptedVenue({ resting: [aRestingOrder(), aStop()], ...script });

const takeProfitOf = (venue: ScriptedVenue) => venue.resting.find(({ book }) => book === 'regular');

describe('a close that cannot go on after something made way for it', () => {
  test('puts the take-profit back at its price while it is held, and takes it away again when it goes on', async () => {
    const venue = claimed({
      sending: [{ rejects: '-2022', next: 'clearClaims' }, { notSent: wrongKeys }],
    });
    const seen: (string | undefined | null)[] = [];
    venue.during('rest', 2, () => seen.push(takeProfitOf(venue)?.price));
    const result = await runClose(TARGET, venue);
    expect(seen).toEqual(['62000']);
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '1', notRestored: [] });
    expect(result.orders.filter(({ restores }) => restores === 'take-profit')).toHaveLength(1);
    expect(venue.states.join(' ')).toContain('held restoring held');
  });

  test('names it before it is sent, like any order', async () => {
    const venue = claimed({ sending: [{ rejects: '-2022', next: 'clearClaims' }, { notSent: wrongKeys }] });
    const { orders } = await runClose(TARGET, venue);
    const names = orders.map(({ clientOrderId }) => clientOrderId);
    expect(new Set(names).size).toBe(names.length);
    for (const { round, clientOrderId } of orders) expect(clientOrderId).toBe(venue.nameOrder(round));
  });

  test('goes on at once when somebody wakes it while the venue’s records lag', async () => {
    const venue = claimed({ sending: [{ rejects: '-2022', next: 'clearClaims' }, { notSent: wrongKeys }] });
    const plans: RestorePlan[] = [];
    const planRestore = venue.planRestore.bind(venue);
    // The record of the cancelling comes with the second look.
    venue.planRestore = async (request) => {
      const plan = await planRestore(request);
      plans.push(plan);
      return plans.length === 1 && plan.kind === 'orders' ? { ...plan, orders: [], unlisted: [...request.owed] } : plan;
    };
    venue.during('rest', 2, () => venue.wake());
    expect(await runClose(TARGET, venue)).toMatchObject({ outcome: 'closed' });
    expect(plans).toHaveLength(2);
    expect(venue.states).toContain('held');
    expect(venue.of('rest').map(({ ms }) => ms)).not.toContain(TIMES.heldFirst);
  });

  test('sends nothing when somebody takes it over, and says what is missing', async () => {
    const venue = claimed({ sending: [{ rejects: '-2022', next: 'clearClaims' }] });
    venue.during('cancel', 1, () => venue.release());
    const result = await runClose(TARGET, venue);
    expect(result.outcome).toBe('handedOver');
    expect(result.because).toContain('cancelled to make way and not put back: LIMIT 900 (take-profit)');
    expect(result.notRestored).toEqual(['LIMIT 900 (take-profit)']);
    expect(venue.sent()).toHaveLength(1);
  });
});

describe('a partial close whose way was cleared', () => {
  test('puts the take-profit back for what is left', async () => {
    const venue = claimed({ asked: [half], sending: [{ rejects: '-2022', next: 'clearClaims' }] });
    const result = await runClose(TARGET, venue);
    expect(result).toMatchObject({ outcome: 'closed', remainingQuantity: '0.5', notRestored: [] });
    expect(takeProfitOf(venue)).toMatchObject({ price: '62000', quantity: '0.5', side: 'sell' });
  });

  test('looks a restored order up when its reply is lost, and does not send it twice', async () => {
    const venue = claimed({
      asked: [half],
      sending: [{ rejects: '-2022', next: 'clearClaims' }, 'fill', 'lostAfter'],
    });
    const result = await runClose(TARGET, venue);
    expect(result.orders.at(-1)).toMatchObject({ restores: 'take-profit', submission: 'unknown', fate: 'resting' });
    expect(venue.resting.filter(({ book }) => book === 'regular')).toHaveLength(1);
  });

  test('names it as missing when the venue refuses to have it back', async () => {
    const venue = claimed({
      asked: [half],
      sending: [{ rejects: '-2022', next: 'clearClaims' }, 'fill', { rejects: '-5022', next: 'reread' }],
    });
    const result = await runClose(TARGET, venue);
    expect(result).toMatchObject({ outcome: 'closed', notRestored: ['LIMIT 900 (take-profit)'] });
    expect(result.because).toContain('not put back');
  });

  test('hears whoever asks for all of it while it is putting back', async () => {
    const venue = claimed({ asked: [half], sending: [{ rejects: '-2022', next: 'clearClaims' }] });
    venue.during('planRestore', 1, () => venue.ask(aDecision({ decisionId: 'decision-2' })));
    expect(await runClose(TARGET, venue)).toMatchObject({ outcome: 'closed', remainingQuantity: '0' });
  });
});

test('a triggered stop that is about to execute does not make way: it does what the close wants', async () => {
  const executing = aRestingOrder({ type: 'MARKET', price: null, clientOrderId: 'stop-loss' });
  const venue = new ScriptedVenue({ resting: [executing] });
  venue.during('rest', 2, () => {
    venue.resting = [];
    venue.takenByOthers('1');
  });
  expect(await runClose(TARGET, venue)).toMatchObject({ outcome: 'closedElsewhere', cancelled: [] });
});
