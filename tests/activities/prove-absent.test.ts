import { proveAbsent } from '../../activities/prove-absent';
import type { Fill } from '../../src/exchange/port';
import { filled, longOf, orderFor, scriptedExchange } from '../support/scripted-exchange';
import type { Script } from '../support/scripted-exchange';

const SIGN_BEFORE = 1_000_000;
const DEAD = SIGN_BEFORE + 3_000;
const whole = orderFor('2', SIGN_BEFORE);
const part = orderFor('1', SIGN_BEFORE);

const soldBy = (orderId: string, quantity: string): Fill => ({
  orderId,
  side: 'sell',
  leg: null,
  quantity,
  price: '60000',
  atMs: DEAD,
});

const look = (order: typeof whole, script: Partial<Script>) =>
  proveAbsent(scriptedExchange({ venueTimeMs: DEAD + 1, position: longOf('2'), ...script }), order);

describe('an order whose reply was lost is absent', () => {
  it('for a whole position, as soon as the venue could no longer take it and shows nothing of it', async () => {
    expect(await look(whole, {})).toMatchObject({ kind: 'settled', order: { kind: 'absent', venueTimeMs: DEAD + 1 } });
  });

  it('for a part of a position, only after the time in which an execution may stay unseen', async () => {
    expect(await look(part, { venueTimeMs: DEAD + 15_000 })).toMatchObject({ kind: 'notYet' });
    expect(await look(part, { venueTimeMs: DEAD + 15_001 })).toMatchObject({ kind: 'settled' });
  });

  it('although the position shrank, when fills of other orders explain all of it', async () => {
    const others = {
      fills: [soldBy('9', '0.5')],
      recordsById: { '9': filled('0.5', { orderId: '9', clientOrderId: 'somebody-else' }) },
    };
    expect(await look(whole, { position: longOf('1.5'), ...others })).toMatchObject({ order: { kind: 'absent' } });
  });
});

describe('an order whose reply was lost is not absent', () => {
  it('while the venue could still take it', async () => {
    expect(await look(whole, { venueTimeMs: DEAD })).toMatchObject({ kind: 'notYet' });
  });

  it('when only our own clock says that the fence has passed', async () => {
    expect(await look(whole, { venueTimeMs: DEAD - 5_000, estimatedMs: DEAD + 60_000 })).toMatchObject({
      kind: 'notYet',
    });
  });

  it('when the venue has come to know it since', async () => {
    expect(await look(whole, { record: filled('2') })).toMatchObject({ kind: 'notYet' });
  });

  it('when a fill belongs to an order of its name', async () => {
    const ours = { fills: [soldBy('77', '2')], recordsById: { '77': filled('2') } };
    expect(await look(whole, { position: null, ...ours })).toMatchObject({ kind: 'notYet' });
  });

  it('when some of the position is gone and no fill explains it', async () => {
    expect(await look(part, { venueTimeMs: DEAD + 60_000, position: longOf('1') })).toMatchObject({ kind: 'notYet' });
    expect(await look(whole, { position: longOf('1') })).toMatchObject({ kind: 'notYet' });
  });

  it('when another position stands in its place: then all of it is gone, however much stands there', async () => {
    const another = { ...longOf('5'), entryPrice: '61000' };
    expect(await look(whole, { position: another })).toMatchObject({ kind: 'notYet' });
    for (const order of [whole, part])
      expect(await look(order, { position: another, venueTimeMs: DEAD + 15_001 })).toMatchObject({ kind: 'settled' });
  });

  it('when only fills from before the reading could explain what is gone since', async () => {
    const earlier = {
      fills: [{ ...soldBy('9', '0.5'), atMs: SIGN_BEFORE - 2_000 }],
      recordsById: { '9': filled('0.5', { orderId: '9', clientOrderId: 'an-earlier-round' }) },
    };
    expect(await look(whole, { position: longOf('1.5'), ...earlier })).toMatchObject({ kind: 'notYet' });
  });

  it('when a fill’s order is not known by its id: it may be ours', async () => {
    expect(
      await look(part, { venueTimeMs: DEAD + 60_000, position: longOf('1'), fills: [soldBy('77', '1')] }),
    ).toMatchObject({ kind: 'notYet' });
  });
});

it('a whole position that is gone for unknown reasons is settled after the time in which a fill may stay unseen', async () => {
  expect(await look(whole, { position: null, venueTimeMs: DEAD + 15_000 })).toMatchObject({ kind: 'notYet' });
  expect(await look(whole, { position: null, venueTimeMs: DEAD + 15_001 })).toMatchObject({
    kind: 'settled',
    position: null,
  });
});
