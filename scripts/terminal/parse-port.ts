import { InvalidArgumentError } from 'commander';

/** A port as typed; 0 takes a free one. */
export function parsePort(typed: string): number {
  const port = Number(typed);
  if (/^\d{1,5}$/.test(typed) && port <= 65_535) return port;
  throw new InvalidArgumentError('Write a port from 0 to 65535; 0 takes a free one.');
}
