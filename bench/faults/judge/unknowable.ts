/** As long as look-ups may lag at the venue, and an order is on its way: what changed no longer ago, nobody can know. */
export const UNKNOWABLE_MS = 20_000;
