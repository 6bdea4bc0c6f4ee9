import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Each thing wrong with a rule file, by the name of the setting. */
export const schemaFaults = (issues: readonly Issue[]): string[] => issues.flatMap((issue) => faultsOf(issue, []));

function faultsOf(issue: Issue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${nameOf([...path, key])}: is not a known setting`);
  if (issue.code === 'invalid_union' && isSettings(issue.input)) return innerFaults(issue, path);
  return [`${nameOf(path)}: ${issue.message}`];
}

/** Of `off` or settings, it was settings that were meant: what is wrong with those? */
const innerFaults = (issue: Extract<Issue, { code: 'invalid_union' }>, path: readonly PropertyKey[]): string[] =>
  (issue.errors.at(-1) ?? []).flatMap((inner) => faultsOf(inner, path));

const isSettings = (input: unknown): boolean => typeof input === 'object' && input !== null && !Array.isArray(input);

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'the rule file';
