import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../../src/config/config-error';
import { loadRuleBook } from '../../../src/monitor/rule-book/load-rule-book';
import { aFile, bookOf } from './a-file';

const root = join(__dirname, '..', '..', '..');
const BTC = 'BTC/USDT:USDT';

function faultsOf(path: string): readonly string[] {
  try {
    loadRuleBook(path);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test('YAML and JSON are read alike', () => {
  const yaml = loadRuleBook(aFile('symbols:\n  BTCUSDT:\n    maxHold: { after: 2d }\n    stopLoss: off\n'));
  const json = loadRuleBook(
    aFile('{\n\t"symbols": { "BTCUSDT": { "maxHold": { "after": "2d" }, "stopLoss": "off" } }\n}', 'rules.json'),
  );
  expect(yaml.settingsFor(BTC, 'long').rules).toMatchObject({ maxHold: { afterMs: 172_800_000 }, stopLoss: null });
  expect(json.settingsFor(BTC, 'long')).toEqual(yaml.settingsFor(BTC, 'long'));
  expect(yaml.file).toMatch(/rules\.yaml$/);
});

test.each<[string, string, RegExp]>([
  ['a key that stands twice, of which one would silently win', 'defaults: {}\ndefaults: {}', /unique/],
  ['a key that stands twice in JSON', '{"defaults": {}, "defaults": {}}', /unique/],
  ['what is no YAML', 'defaults: [', /rules\.yaml: /],
  ['an alias that names no anchor', 'defaults: *usual', /usual/],
  ['an unknown tag', 'defaults: !percent 3', /tag/],
  ['two documents', 'defaults: {}\n---\ndefaults: {}', /multiple documents/],
  ['an empty file', '', /holds no rules/],
  ['only comments', '# takeProfit: off\n', /holds no rules/],
  ['a binary file', '\u0000\u0001', /rules\.yaml: /],
])('%s is refused', (_, text, fault) => expect(faultsOf(aFile(text)).join('; ')).toMatch(fault));

test('a file that is not there is refused, and not passed over', () =>
  expect(faultsOf('/no/such/rules.yaml')).toEqual([expect.stringMatching('/no/such/rules.yaml: ENOENT')]));

test('every fault carries the path of its file', () => {
  const path = aFile('defaults: { a: 1, b: 2 }');
  expect(faultsOf(path)).toEqual([
    `${path}: defaults.a: is not a known setting`,
    `${path}: defaults.b: is not a known setting`,
  ]);
});

describe('the example file', () => {
  const example = join(root, 'closeproof-rules.example.yaml');

  test('is a rule file', () => {
    const book = loadRuleBook(example);
    expect(book.symbols).toEqual([BTC, 'DOGE/USDT:USDT']);
    expect(book.settingsFor(BTC, 'short').rules).toMatchObject({
      takeProfit: { percent: 4 },
      maxHold: { afterMs: 14_400_000 },
    });
    expect(book.settingsFor('DOGE/USDT:USDT', 'long').rules).toMatchObject({
      stopLoss: null,
      atrStop: { multiple: 2 },
    });
  });

  test('spells out, for other symbols, exactly what is built in', () => {
    const [said, builtIn] = [loadRuleBook(example), loadRuleBook(null)];
    expect(said.settingsFor('ETH/USDT:USDT', 'long')).toEqual(builtIn.settingsFor('ETH/USDT:USDT', 'long'));
    expect(said.atr).toEqual(builtIn.atr);
  });

  test('is the one that docs/exit-rules.md shows', () => {
    const page = readFileSync(join(root, 'docs/exit-rules.md'), 'utf8');
    const [shown] = [...page.matchAll(/```yaml\n(.*?)```/gs)]
      .map((match) => match[1] ?? '')
      .filter((text) => text.includes('symbols:'));
    const [fromPage, fromFile] = [bookOf(shown ?? ''), loadRuleBook(example)];
    for (const symbol of [BTC, 'DOGE/USDT:USDT', 'ETH/USDT:USDT'])
      for (const side of ['long', 'short'] as const)
        expect(fromPage.settingsFor(symbol, side)).toEqual(fromFile.settingsFor(symbol, side));
  });
});

test('docs/exit-rules.md names every rule and guard with the value that is built in', () => {
  const page = readFileSync(join(root, 'docs/exit-rules.md'), 'utf8');
  const lines = [...page.matchAll(/^\| `(\w+)`.*\| `([^`|]+)` +\|/gm)].map(([, name, value]) => `${name}: ${value}`);
  const documented = bookOf(`defaults:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  const { rules, guards } = documented.settingsFor(BTC, 'long');
  expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([...Object.keys(rules), 'guards'].sort());
  expect({ rules, guards }).toEqual(loadRuleBook(null).settingsFor(BTC, 'long'));
});
