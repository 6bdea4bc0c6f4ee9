/** Moves that no run can make, and why. */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  'bypassing setback': 'an order that cannot be built always needs a person: hold',
  'broken stopped': 'only after an assertion of our own has failed',
};
