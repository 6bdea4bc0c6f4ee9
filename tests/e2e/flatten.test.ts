/** Flattening an account, judged by the venue's log. */
import { flattenStage, TWELVE_LEGS } from '../support/flatten-rehearsal';
import type { FlattenStage } from '../support/flatten-rehearsal';
import { rehearse } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;
let stage: FlattenStage;

rehearse((rehearsal) => {
  on = rehearsal;
  stage = flattenStage(rehearsal);
});

/** Every execution since the reset reduced, and together they are what was put on. */
async function expectReduced(legs: readonly { symbol: string; side: string; quantity: string }[]): Promise<void> {
  const executions = await on.paper.executions();
  for (const { symbol, side, quantity } of legs) {
    const [closing, leg] = [side === 'LONG' ? 'SELL' : 'BUY', [side, 'BOTH']];
    const own = executions.filter(
      (one) => one.symbol === symbol && one.side === closing && leg.includes(one.positionSide),
    );
    expect([symbol, side, own.reduce((sum, one) => sum + Number(one.quantity), 0)]).toEqual([
      symbol,
      side,
      Number(quantity),
    ]);
  }
  const grown = executions.filter((one) => Math.abs(Number(one.positionAfter)) > Math.abs(Number(one.positionBefore)));
  expect(grown).toEqual([]);
}

describe('in hedge mode', () => {
  it('closes twelve legs, cancels every order that could open one, and ends flat by the venue’s word', async () => {
    await on.paper.reset({ mode: 'hedge' });
    await on.paper.putPositions(TWELVE_LEGS);
    await stage.restEntry('BTCUSDT', '58000', { positionSide: 'LONG' });
    await stage.restEntry('UNIUSDT', '7.8', { positionSide: 'LONG', quantity: '10' });
    await stage.restConditional('ATOMUSDT', '9.3', { side: 'BUY', positionSide: 'LONG', quantity: '5' });
    await stage.restConditional('BTCUSDT', '57000', { side: 'SELL', positionSide: 'LONG', quantity: '0.5' });

    const result = await stage.result(await stage.begin());

    expect(result).toMatchObject({ outcome: 'flat', leftOpen: [], cancelledCount: 3 });
    expect(result.lines.map(({ state }) => state)).toEqual(TWELVE_LEGS.map(() => 'flat'));
    expect(await stage.left()).toEqual({ positions: [], orders: [] });
    await expectReduced(TWELVE_LEGS);
  });
});
