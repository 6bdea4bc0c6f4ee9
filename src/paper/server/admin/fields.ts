import { amount } from '../../engine/decimal';
import type { Amount } from '../../engine/decimal';
import type { SymbolRules } from '../../engine/rules/symbol-rules';
import type { World } from '../../engine/world';
import { bad } from './bad-input';

/** Readers for the fields of an admin body; each names the field it could not read. */
export type Fields = Readonly<Record<string, unknown>>;

const POSITIVE_DECIMAL = /^[0-9]{1,20}(\.[0-9]{1,20})?$/;

export const readFields = (value: unknown, name = 'body'): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(name, 'must be a JSON object');
  return value as Fields;
};

export const readList = (value: unknown, name = 'body'): readonly unknown[] => {
  if (!Array.isArray(value)) throw bad(name, 'must be a JSON array');
  return value;
};

/** A misspelt field is a fault, not a default. */
export const refuseOthers = (fields: Fields, known: readonly string[], prefix = ''): void => {
  const other = Object.keys(fields).find((name) => !known.includes(name));
  if (other !== undefined) throw bad(`${prefix}${other}`, `is not a known field (known: ${known.join(', ')})`);
};

export const readWord = <T extends string>(value: unknown, name: string, words: readonly T[]): T => {
  const word = words.find((each) => each === value);
  if (word === undefined) throw bad(name, `must be one of ${words.join(', ')}`);
  return word;
};

export const readInteger = (value: unknown, name: string, least: number, most = Number.MAX_SAFE_INTEGER): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw bad(name, `must be an integer from ${least} to ${most}`);
  return value;
};

/** Decimals come as strings: a JSON number has already lost digits. */
export const readDecimal = (value: unknown, name: string): Amount => {
  if (typeof value !== 'string' || !POSITIVE_DECIMAL.test(value))
    throw bad(name, 'must be a decimal string that is not negative, such as "0.5"');
  return amount(value);
};

export const readSigned = (value: unknown, name: string): Amount => {
  const isNegative = typeof value === 'string' && value.startsWith('-');
  const size = readDecimal(isNegative ? value.slice(1) : value, name);
  return isNegative ? size.neg() : size;
};

export const readPrice = (value: unknown, name: string): Amount => {
  const price = readDecimal(value, name);
  if (price.isZero()) throw bad(name, 'must be above zero');
  return price;
};

export const readString = (value: unknown, name: string): string => {
  if (typeof value !== 'string') throw bad(name, 'must be a string');
  return value;
};

export const readFlag = (value: unknown, name: string): boolean => {
  if (typeof value !== 'boolean') throw bad(name, 'must be true or false');
  return value;
};

export const readSymbol = (world: World, value: unknown, name: string): SymbolRules => {
  const rules = world.rules.get(readString(value, name));
  if (!rules) throw bad(name, `${JSON.stringify(value)} is not a market of this exchange`);
  return rules;
};
