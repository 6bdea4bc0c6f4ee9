import type { TimelineLine } from './reading';

/** One event in our words, before it is known when. */
export type Said = Pick<TimelineLine, 'who' | 'says' | 'isTrouble'>;
