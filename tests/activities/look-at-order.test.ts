import { lookAtOrder } from '../../activities/look-at-order';
import type { PossiblyExecuted } from '../../src/domain/submission';
import { filled, longOf, orderFor, scriptedExchange } from '../support/scripted-exchange';
import type { Script } from '../support/scripted-exchange';

const SIGN_BEFORE = 1_000_000;
const order = orderFor('1', SIGN_BEFORE);
const accepted: PossiblyExecuted = {
  kind: 'accepted',
  orderId: '77',
  status: 'FILLED',
  executedQuantity: '1',
  signedAtMs: SIGN_BEFORE,
};
const unknown: PossiblyExecuted = { kind: 'unknown', cause: 'noReply', detail: 'socket hang up' };

const look = (script: Partial<Script>, submission: PossiblyExecuted = accepted) =>
  lookAtOrder(scriptedExchange({ venueTimeMs: SIGN_BEFORE, position: longOf('1'), ...script }), order, submission);

it('an order that is FILLED, with a position that shows it, is settled with both', async () => {
  expect(await look({ record: filled('1') })).toMatchObject({
    kind: 'settled',
    order: { kind: 'terminal', status: 'FILLED', executedQuantity: '1' },
    position: { quantity: '1' },
  });
});

it('an order that is FILLED while the position does not show it is looked at again: the position lags', async () => {
  expect(await look({ record: filled('1'), position: longOf('2') })).toMatchObject({ kind: 'notYet' });
});

it('the position is believed in the end: someone may have added to it', async () => {
  const lagEnds = SIGN_BEFORE + 3_000 + 15_000;
  expect(await look({ record: filled('1'), position: longOf('2'), venueTimeMs: lagEnds })).toMatchObject({
    kind: 'notYet',
  });
  expect(await look({ record: filled('1'), position: longOf('2'), venueTimeMs: lagEnds + 1 })).toMatchObject({
    kind: 'settled',
  });
});

it('more gone than we took is settled: others close, too', async () => {
  expect(await look({ record: filled('1'), position: null })).toMatchObject({ kind: 'settled', position: null });
});

it.each(['NEW', 'PARTIALLY_FILLED'])('an order that is %s is not settled', async (status) => {
  expect(await look({ record: filled('0.5', { status }) })).toMatchObject({
    kind: 'notYet',
    seen: expect.stringContaining(status) as string,
  });
});

it('an accepted order that the venue has forgotten is never taken for absent', async () => {
  expect(await look({ record: null, venueTimeMs: SIGN_BEFORE + 3_600_000 })).toMatchObject({ kind: 'notYet' });
});

it('an order whose reply was lost is found by its name', async () => {
  expect(await look({ record: filled('1') }, unknown)).toMatchObject({ kind: 'settled', order: { orderId: '77' } });
});

it('an order that expired half filled is settled as what it is', async () => {
  expect(await look({ record: filled('0.4', { status: 'EXPIRED' }), position: longOf('1.6') })).toMatchObject({
    kind: 'settled',
    order: { status: 'EXPIRED', executedQuantity: '0.4' },
  });
});
