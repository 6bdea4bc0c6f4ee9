import { tell } from '../../../src/monitor/feeds/tell';
import { capturedLogger } from './support/captured-logger';

test.each([
  [
    'throws',
    () => {
      throw new Error('boom');
    },
  ],
  ['rejects', () => Promise.reject(new Error('boom'))],
  [
    'throws what is no error',
    () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a listener may throw anything
      throw 'boom';
    },
  ],
])('a listener that %s is logged, and hurts nobody', async (_, listener) => {
  const { logger, lines } = capturedLogger();
  tell(logger, 'prices', listener);
  await new Promise((resolve) => setImmediate(resolve));
  expect(lines).toMatchObject([{ msg: 'FEED LISTENER FAILED: prices' }]);
  expect(JSON.stringify(lines)).toContain('boom');
});
