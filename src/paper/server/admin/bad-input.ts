/** Admin input that cannot be used: one sentence that names the field. */
export class BadInput extends Error {}

export const bad = (field: string, sentence: string): BadInput => new BadInput(`${field} ${sentence}`);
