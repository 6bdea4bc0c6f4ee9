import type { Reading } from '../reading/reading';
import type { Finding } from './check';

export const pass = (because: string, eventIds: readonly number[]): Finding => ({
  verdict: 'PASS',
  because,
  eventIds: inOrder(eventIds),
});

export const fail = (because: string, eventIds: readonly number[]): Finding => ({
  verdict: 'FAIL',
  because,
  eventIds: inOrder(eventIds),
});

export const cannotTell = (because: string, eventIds: readonly number[]): Finding => ({
  verdict: 'CANNOT TELL',
  because,
  eventIds: inOrder(eventIds),
});

/** Something that is not as it should be, and the events that show it. */
export interface Fault {
  says: string;
  eventIds: readonly number[];
}

export const fault = (says: string, ...eventIds: number[]): Fault => ({ says, eventIds });

/** All faults at once: the second is not hidden behind the first. */
export const failAll = (faults: readonly Fault[]): Finding =>
  fail(
    faults.map(({ says }) => says).join('; '),
    faults.flatMap(({ eventIds }) => eventIds),
  );

/** The events that show that nothing was sent: the start, every reading, and nothing between them. */
export const nothingSent = ({ rounds }: Reading): number[] => [
  1,
  ...rounds.flatMap(({ read }) => (read === null ? [] : [read.eventId])),
];

const inOrder = (ids: readonly number[]): number[] => [...new Set(ids)].sort((one, other) => one - other);
