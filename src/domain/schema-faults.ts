import type { z } from 'zod';

/** One thing wrong with what came in at a door, by the name of its field. */
export interface Fault {
  field: string;
  problem: string;
}

export type Parsed<Key extends string, Value> =
  ({ ok: true } & Record<Key, Value>) | { ok: false; faults: readonly Fault[]; sentence: string };

/** Reads at the door. Every fault is named at once; nothing is dropped, coerced or defaulted. `key` names the whole. */
export function parseNamed<Key extends string, Schema extends z.ZodType>(
  key: Key,
  schema: Schema,
  candidate: unknown,
): Parsed<Key, z.output<Schema>> {
  const parsed = schema.safeParse(candidate, { reportInput: true });
  if (parsed.success) return { ok: true, [key]: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, key));
  return { ok: false, faults, sentence: faults.map(({ field, problem }) => `${field}: ${problem}`).join('; ') };
}

function faultsOf(issue: z.core.$ZodIssue, whole: string): Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...issue.path, key], whole));
  const field = nameOf(issue.path, whole);
  if (issue.input === undefined) return [{ field, problem: `is missing${remedyFor(issue)}` }];
  return [{ field, problem: issue.message }];
}

const unknownField = (path: PropertyKey[], whole: string): Fault => ({
  field: nameOf(path, whole),
  problem: 'is not a known field',
});

const nameOf = (path: PropertyKey[], whole: string): string => path.map(String).join('.') || whole;

const remedyFor = (issue: z.core.$ZodIssue): string =>
  issue.message.startsWith('must') ? ` and ${issue.message}` : '';
