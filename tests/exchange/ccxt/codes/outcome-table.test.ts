import { binanceusdm } from 'ccxt';
import { CODE_LINES, verdictOfCode } from '../../../../src/exchange/ccxt/codes/outcome-table';
import { FAILURE_TYPES } from '../../../../src/domain/failure-types';

interface Exceptions {
  exact: Record<string, unknown>;
  linear: { exact: Record<string, unknown> };
}

const isCode = (key: string): boolean => /^-\d+$/.test(key);

function codesOfCcxt(): string[] {
  const { exact, linear } = new binanceusdm().exceptions as unknown as Exceptions;
  return [...new Set([...Object.keys(exact), ...Object.keys(linear.exact)])].filter(isCode);
}

const codes = CODE_LINES.map(([code]) => code);

test('every code that ccxt knows of the venue’s futures stands in the table', () => {
  const known = codesOfCcxt();
  expect(known.length).toBeGreaterThan(200);
  expect(known.filter((code) => verdictOfCode(code) === undefined)).toEqual([]);
});

test('every code stands there once', () => {
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('beyond ccxt’s list there are only codes that were looked up one by one', () => {
  const known = codesOfCcxt();
  expect(codes.filter((code) => !known.includes(code))).toEqual(['-4120', '-4405', '-4407', '-4408', '-4517']);
});

test('every line is whole: a code, a meaning, and a trouble from the one table of troubles', () => {
  for (const [code, { trouble }, meaning] of CODE_LINES) {
    expect(code).toMatch(/^-\d+$/);
    expect(meaning).not.toBe('');
    if (trouble !== undefined) expect(Object.keys(FAILURE_TYPES)).toContain(trouble);
  }
});
