import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { slimBundle } from '../../worker/slim-bundle';
import { workflowBundle } from '../../worker/workflow-bundle';

const MARK = '//# sourceMappingURL=data:application/json;charset=utf-8;base64,';
const inBase64 = (map: object): string => Buffer.from(JSON.stringify(map)).toString('base64');

test('a slim bundle means what the whole one means', () => {
  const code = '({ text: "close’s → 😀", template: `→ ${1}`, found: /^’[‘-’]😀$/u.test("’‘😀"), ñ: "ñ" })';
  const slim = slimBundle(code);
  expect(runInNewContext(slim)).toEqual(runInNewContext(code));
  expect(slim).not.toMatch(/[\u0100-\uffff]/);
});

test('its source map names places, and holds no sources', () => {
  const map = { version: 3, sources: ['a.ts'], sourcesContent: ['→'], mappings: 'AAAA' };
  const [code, slim] = slimBundle(`one();\n${MARK}${inBase64(map)}`).split(MARK) as [string, string];
  expect(code).toBe('one();\n');
  expect(JSON.parse(Buffer.from(slim, 'base64').toString())).toEqual({
    version: 3,
    sources: ['a.ts'],
    mappings: 'AAAA',
  });
});

test('the workflows are bundled so', async () => {
  const { codePath } = await workflowBundle(pino({ level: 'silent' }));
  const bundle = readFileSync(codePath, 'utf8');
  expect(bundle).not.toMatch(/[\u0100-\uffff]/);
  expect(bundle.lastIndexOf(MARK)).toBeGreaterThan(1_000_000);
});
