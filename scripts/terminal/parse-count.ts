import { InvalidArgumentError } from 'commander';

/** A whole number from 1. */
export function parseCount(typed: string): number {
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError('Write a whole number from 1.');
}
