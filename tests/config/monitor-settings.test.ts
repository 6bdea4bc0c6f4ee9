import { loadMonitorSettings } from '../../src/config/monitor-settings';

it('without any setting it listens on 8007 of this machine, acts by the built-in rules, and takes no orders', () => {
  expect(loadMonitorSettings({})).toEqual({
    ...{ host: '127.0.0.1', port: 8007, manualCloseEnabled: false, manualCloseToken: null },
    ...{ allowedHosts: [], rulesFile: null, stateFolder: '.closeproof' },
    deadMan: { mode: 'alert', timeoutMs: 60_000 },
  });
});

it('the old system’s names are its own', () => {
  const settings = loadMonitorSettings({
    EXIT_MONITOR_PORT: '9000',
    EXIT_MONITOR_MANUAL_CLOSE_ENABLED: 'true',
    EXIT_MONITOR_MANUAL_CLOSE_TOKEN: 'a-token',
    EXIT_MONITOR_ALLOWED_HOSTS: 'monitor,monitor.internal,',
  });
  expect(settings).toMatchObject({ port: 9_000, manualCloseEnabled: true, manualCloseToken: 'a-token' });
  expect(settings.allowedHosts).toEqual(['monitor', 'monitor.internal']);
});

it.each([
  ['EXIT_MONITOR_MANUAL_CLOSE_ENABLED', '1', 'must be true or false'],
  ['EXIT_MONITOR_MANUAL_CLOSE_ENABLED', 'TRUE', 'must be true or false'],
  ['DEAD_MAN', 'on', 'must be off, alert or flatten'],
  ['DEAD_MAN_TIMEOUT', '3s', 'must be a duration such as 60s, and at least 4s'],
  ['DEAD_MAN_TIMEOUT', 'soon', 'must be a duration such as 60s, and at least 4s'],
  ['EXIT_MONITOR_PORT', 'http', 'must be a port'],
  ['EXIT_MONITOR_PORT', '65536', 'must be a port'],
  ['EXIT_MONITOR_PORT', '80.5', 'must be a port'],
])('%s=%s is refused by name', (name, value, says) => {
  expect(() => loadMonitorSettings({ [name]: value })).toThrow(`${name}: ${says}`);
});

it('the dead man’s switch takes durations as people write them', () => {
  const settings = loadMonitorSettings({ DEAD_MAN: 'flatten', DEAD_MAN_TIMEOUT: '2m' });
  expect(settings.deadMan).toEqual({ mode: 'flatten', timeoutMs: 120_000 });
});

it('every fault is named at once, and the token is in none', () => {
  const load = () =>
    loadMonitorSettings({
      EXIT_MONITOR_PORT: '-1',
      EXIT_MONITOR_MANUAL_CLOSE_ENABLED: 'yes',
      EXIT_MONITOR_MANUAL_CLOSE_TOKEN: 'secret',
    });
  expect(load).toThrow(/EXIT_MONITOR_PORT.*EXIT_MONITOR_MANUAL_CLOSE_ENABLED/s);
  expect(load).not.toThrow(/secret/);
});

it('an empty variable is as good as none, where a name or a file is meant', () => {
  const empty = { EXIT_MONITOR_RULES: '', EXIT_MONITOR_MANUAL_CLOSE_TOKEN: '', EXIT_MONITOR_ALLOWED_HOSTS: '' };
  expect(loadMonitorSettings(empty)).toEqual(loadMonitorSettings({}));
});
