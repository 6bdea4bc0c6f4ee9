import { flatTimes } from '../../../../bench/storm/judge/flat-times';
import { closed } from './evidence-of';

it('a position counts as flat from when it was so for good, in seconds after it was asked for', () => {
  const executions = [
    closed('BTCUSDT', '10', '0', 3_000),
    closed('ETHUSDT', '10', '0', 2_000),
    closed('ETHUSDT', '1', '-1', 4_000),
    closed('ETHUSDT', '1', '0', 6_500),
    closed('XRPUSDT', '3', '7', 7_000),
  ];
  expect(flatTimes({ executions }, 1_000)).toEqual([2, 5.5]);
});
