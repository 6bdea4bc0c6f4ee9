import type { Told } from './reading';

/** The event that says something, and when: an event of the history as it is decoded, or what was made of one. */
export const told = (event: { eventId: number } & ({ atMs: number } | { at: string })): Told => ({
  eventId: event.eventId,
  at: 'at' in event ? event.at : new Date(event.atMs).toISOString(),
});
