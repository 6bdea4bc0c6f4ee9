import type { Settlement } from '../src/domain/settlement';

/** One look at an order: the venue's final word on it and on the position, or what is still missing. */
export type Look = Extract<Settlement, { kind: 'settled' }> | { kind: 'notYet'; seen: string };

export const notYet = (seen: string): Look => ({ kind: 'notYet', seen });
