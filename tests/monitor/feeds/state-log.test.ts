import type { FeedState } from '../../../src/monitor/feeds/feed';
import { StateLog } from '../../../src/monitor/feeds/state-log';
import { capturedLogger } from './support/captured-logger';

test('an hour of failed reads is one line, and its end another', () => {
  const { logger, lines } = capturedLogger();
  const log = new StateLog(logger);
  const states: FeedState[] = ['starting', 'live', 'live', 'down', 'down', 'down', 'live'];
  for (const state of states) log.note({ name: 'positions', state, lastAtMs: null, reconnects: 0 });
  expect(lines.map(({ msg, level }) => [msg, level])).toEqual([
    ['FEED LIVE', 30],
    ['FEED DOWN', 40],
    ['FEED LIVE', 30],
  ]);
});
