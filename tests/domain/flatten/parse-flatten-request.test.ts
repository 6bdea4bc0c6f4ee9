import { parseFlattenRequest } from '../../../src/domain/flatten/parse-flatten-request';
import { aRequest, EVERYTHING } from '../../support/flatten-rehearsal';

const scoped = (symbols: string[] | null, side: 'long' | 'short' | null = null) =>
  aRequest({ scope: { symbols, side } });

test('a whole request passes, its market ids spelled out', () => {
  const parsed = parseFlattenRequest(scoped(['btcusdt', 'ETH/USDT:USDT'], 'long'));
  expect(parsed).toMatchObject({
    ok: true,
    request: { scope: { symbols: ['BTC/USDT:USDT', 'ETH/USDT:USDT'], side: 'long' } },
  });
});

test.each<[string, object, string]>([
  ['an empty list of markets, which might mean all or none', scoped([]), 'scope.symbols: must name a market'],
  ['what is no market', scoped(['bitcoin!']), 'scope.symbols.0: must name a market'],
  ['a field nobody knows', { ...aRequest(), sources: ['x'] }, 'sources: is not a known field'],
  ['a scope with one', aRequest({ scope: { ...EVERYTHING, source: 'x' } as never }), 'scope.source: is not a known'],
  ['nobody', aRequest({ operator: '' }), 'operator: must say who asks'],
  ['another reason', aRequest({ reason: 'MANUAL' as never }), 'reason: '],
  ['nothing at all', undefined as never, 'request: is missing'],
])('%s is refused by name', (_, candidate, sentence) => {
  expect(parseFlattenRequest(candidate)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining(sentence) as string,
  });
});
