import { Urgency } from '../../../../src/exchange/ccxt/governor/urgency';
import { aPosition } from '../../../support/close-fixtures';

const symbols = ['A/USDT:USDT', 'B/USDT:USDT', 'C/USDT:USDT'] as const;
const at = (symbol: string, liquidationPrice?: string) =>
  aPosition({ symbol, markPrice: '100', ...(liquidationPrice === undefined ? {} : { liquidationPrice }) });

function ranked(urgency: Urgency): string[] {
  const keys = symbols.map((symbol) => ({ symbol, side: 'long' as const }));
  return keys.sort((a, b) => urgency.of(a) - urgency.of(b)).map(({ symbol }) => symbol[0] ?? '');
}

test('the nearer to its liquidation, the sooner', () => {
  const urgency = new Urgency();
  urgency.note([at(symbols[0], '50'), at(symbols[1], '99'), at(symbols[2], '80')]);
  expect(ranked(urgency)).toEqual(['B', 'C', 'A']);
});

test('what the last list does not show could be anything, and goes first', () => {
  const urgency = new Urgency();
  urgency.note([at(symbols[0], '99'), at(symbols[1], '98')]);
  expect(ranked(urgency)).toEqual(['C', 'A', 'B']);
});

test('without a liquidation price it comes last', () => {
  const urgency = new Urgency();
  urgency.note([at(symbols[0]), at(symbols[1], '1'), at(symbols[2], '2')]);
  expect(ranked(urgency)).toEqual(['C', 'B', 'A']);
});
