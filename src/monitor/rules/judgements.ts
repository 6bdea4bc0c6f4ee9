import type { Judgement } from './rule';

/** The four things a rule can say. */
export const blind = (because: string): Judgement => ({ kind: 'blind', because });
export const stay = (level: number | null): Judgement => ({ kind: 'stay', armed: true, level });
export const waiting = (armsAt: number): Judgement => ({ kind: 'stay', armed: false, level: armsAt });
export const exit = (level: number | null, threshold: string): Judgement => ({ kind: 'exit', level, threshold });
