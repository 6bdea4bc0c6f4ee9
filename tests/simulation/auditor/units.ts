/** Quantities as whole hundred-millionths: the auditor does its own arithmetic, and no rounding. */
export const units = (text: string): number => Math.round(Number(text) * 1e8);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
