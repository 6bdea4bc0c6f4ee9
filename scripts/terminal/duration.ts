import { InvalidArgumentError } from 'commander';
import { readDuration } from '../../src/domain/duration';

/** '90s', '10m', '2h', '1d' or plain seconds, as ms. */
export function parseDuration(typed: string): number {
  const ms = readDuration(typed);
  if (ms === null) throw new InvalidArgumentError('Write a duration such as 30s, 10m or 2h.');
  return ms;
}
