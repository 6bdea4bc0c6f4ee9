import { nameOf } from './evidence';
import type { Evidence } from './evidence';

/** 3. Every order that left had been named in the history, under a name of its own; and it stands in the result. */
export function namedBeforeSent({ lines, sent, result }: Evidence): string[] {
  const scheduled = lines.flatMap((line) => (line.kind === 'scheduled' ? [line] : []));
  const names = scheduled.map(({ name }) => name);
  const listed = result?.orders.map(({ clientOrderId }) => clientOrderId);
  return [
    ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `two orders are named ${name}`),
    ...names.filter((name) => !/^[a-z0-9]{1,28}$/.test(name)).map((name) => `${name} is no name`),
    ...sent
      .filter((line) => !scheduled.some(({ name, atMs }) => name === nameOf(line) && atMs <= line.atMs))
      .map((line) => `${nameOf(line)} was sent before it was named`),
    ...sent
      .filter((line) => listed !== undefined && !listed.includes(nameOf(line)))
      .map((line) => `${nameOf(line)} is missing from the result`),
  ];
}
