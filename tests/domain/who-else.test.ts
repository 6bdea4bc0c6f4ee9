import { runClose } from '../../src/domain/close-loop';
import type { Taker } from '../../src/domain/taker';
import { TARGET } from '../support/close-fixtures';
import { ScriptedVenue } from '../support/scripted-venue';

const liquidation: Taker = {
  by: 'liquidation',
  quantity: '1',
  record: { orderId: '55', clientOrderId: 'autoclose-1', status: 'FILLED', executedQuantity: '1' },
};

test('a position that the venue liquidates while the close is on its way is named as liquidated', async () => {
  const venue = new ScriptedVenue({ sending: [{ rejects: '-2022', next: 'clearClaims' }], takers: [liquidation] });
  venue.during('send', 1, () => venue.takenByOthers('1'));
  const result = await runClose(TARGET, venue);
  expect(result).toMatchObject({ outcome: 'closedElsewhere', executedQuantity: '0', takers: [liquidation] });
  expect(result.because).toContain('the venue’s liquidation took 1 (order 55, autoclose-1)');
});

test('an order of ours that was called absent and has executed after all is counted as ours', async () => {
  const venue = new ScriptedVenue({ sending: ['lostBefore'] });
  venue.during('ghost', 1, () => venue.takenByOthers('1'));
  const name = venue.nameOrder(1);
  Object.assign(venue, {
    listTakers: () =>
      Promise.resolve([{ ...liquidation, by: 'order', record: { ...liquidation.record, clientOrderId: name } }]),
  });
  // The look after the ghost watch began reads the position as it was: the next round finds it flat.
  const result = await runClose(TARGET, venue);
  expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '1', takers: [] });
  expect(result.orders[0]).toMatchObject({ clientOrderId: name, fate: 'terminal', executedQuantity: '1' });
});

test('nobody is asked about when the close’s own orders account for all', async () => {
  const venue = new ScriptedVenue({ takers: [liquidation] });
  expect(await runClose(TARGET, venue)).toMatchObject({ outcome: 'closed', takers: [] });
});

test('a venue that cannot be asked leaves it open, and the close ends all the same', async () => {
  const venue = new ScriptedVenue({ sending: [{ rejects: '-2022', next: 'clearClaims' }] });
  venue.during('send', 1, () => venue.takenByOthers('1'));
  Object.assign(venue, { listTakers: () => Promise.resolve(null) });
  expect(await runClose(TARGET, venue)).toMatchObject({ outcome: 'closedElsewhere', takers: null });
});
