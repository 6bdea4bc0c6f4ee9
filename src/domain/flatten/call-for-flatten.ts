import type { Flatten } from './flatten-effects';
import { describeLine, keyOf } from './flatten-line';
import type { FlattenProgress } from './flatten-progress';

/** Once for everything that is held, not once per pass: a person is called again only for what is new among it. */
export async function callForFlatten({ effects, progress }: Flatten): Promise<void> {
  const names = namesOfHeld(progress);
  const isNew = names.some((name) => !progress.alertedOf.includes(name));
  progress.alertedOf = names;
  if (isNew) await effects.alertOperator({ held: heldSentences(progress), trouble: progress.trouble });
}

const namesOfHeld = ({ lines, opening, trouble }: FlattenProgress): string[] => [
  ...lines.filter(({ state }) => state === 'held').map(keyOf),
  ...opening,
  ...(trouble === null ? [] : [trouble.type]),
];

/** A sentence for each position that is held, and for each order that could not be cancelled. */
export const heldSentences = ({ lines, opening }: FlattenProgress): string[] => [
  ...lines.filter(({ state }) => state === 'held').map(describeLine),
  ...opening.map((order) => `still resting: ${order}`),
];
