import { createLogger } from '../../src/config/logger';
import { temporalLogger } from '../../worker/temporal-logger';

it('Temporal’s own lines keep their fields: the SDK says message first, pino fields first', () => {
  const lines: string[] = [];
  const logger = temporalLogger(createLogger('trace', { write: (line: string) => void lines.push(line) }));
  logger.info('Worker state changed', { state: 'RUNNING' });
  logger.log('WARN', 'slow', { ms: 7 });
  logger.error('no fields');
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 'info', msg: 'Worker state changed', state: 'RUNNING' },
    { level: 'warn', msg: 'slow', ms: 7 },
    { level: 'error', msg: 'no fields' },
  ]);
});
