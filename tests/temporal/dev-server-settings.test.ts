import { devServerArguments } from '../../src/temporal/dev-server-settings';

const settings = { port: 7233, uiPort: 'none', namespace: 'default' } as const;

test('The dev server listens on the loopback interface, its UI too', () => {
  expect(devServerArguments({ ...settings, uiPort: 8233 }).join(' ')).toMatch(
    /--ip 127\.0\.0\.1 .*--ui-ip 127\.0\.0\.1/,
  );
  expect(devServerArguments(settings)).toContain('--headless');
});

test('Activities start eagerly, and the transfer queue is not read 20 times a second', () => {
  const given = devServerArguments(settings);
  expect(given).toContain('system.enableActivityEagerExecution=true');
  expect(given).toContain('history.transferProcessorMaxPollRPS=5000');
});

test('The lists of workflows are written a few at a time, and no attribute is looked up anew for each', () => {
  const given = devServerArguments(settings);
  expect(given).toContain('history.visibilityTaskBatchSize=3');
  expect(given).toContain('system.forceSearchAttributesCacheRefreshOnRead=false');
});

test('A timer of 250 ms takes no whole second', () => {
  expect(devServerArguments(settings)).toContain('history.timerProcessorMaxTimeShift="50ms"');
});

test('Pragmas are for a database file', () => {
  expect(devServerArguments(settings)).not.toContain('--sqlite-pragma');
  expect(devServerArguments({ ...settings, databaseFile: 'a.db' })).toEqual(
    expect.arrayContaining(['--db-filename', 'a.db', 'journal_mode=wal']),
  );
});
