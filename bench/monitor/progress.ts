/** Where long work stands: beside the figures, not among them. */
export const progress = (part: string, says: string): void => console.error(`${part}: ${says}`);
