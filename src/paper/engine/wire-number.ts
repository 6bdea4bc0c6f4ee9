/** Marks a number inside JSON text; no parameter of a client may contain it. */
const MARK = '\uE000paper-number:';
const MARKED = new RegExp(`"${MARK}([0-9]+)"`, 'g');

/** An integer that JavaScript's own numbers cannot hold, to be written as a plain JSON number. */
export class WireNumber {
  constructor(readonly value: bigint) {}

  toString(): string {
    return this.value.toString();
  }

  toJSON(): string {
    return MARK + this.value;
  }
}

/** JSON in which wire numbers stand with all their digits. */
export const toJson = (answer: unknown): string => {
  const text = JSON.stringify(answer);
  return text.includes(MARK) ? text.replace(MARKED, '$1') : text;
};
