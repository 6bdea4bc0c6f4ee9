import { createLogger } from '../../src/config/logger';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger('info', { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes JSON lines with the level by name and the time in ISO 8601', () => {
  const [line] = logged((logger) => logger.info({ trace_id: 't1' }, 'EXIT_PUBLISH'));
  expect(line).toMatchObject({ level: 'info', trace_id: 't1', msg: 'EXIT_PUBLISH' });
  expect(Date.parse(String(line?.['time']))).not.toBeNaN();
});

it('strikes out keys, secrets and tokens, two levels deep', () => {
  const secrets = { apiKey: 'AAA', secret: 'BBB', token: 'CCC', signature: 'DDD' };
  const text = JSON.stringify(
    logged((logger) => logger.warn({ ...secrets, account: secrets, venue: { keys: secrets } }, 'x')),
  );
  expect(text).not.toMatch(/AAA|BBB|CCC|DDD/);
  expect(text.match(/\[redacted\]/g)).toHaveLength(12);
});
