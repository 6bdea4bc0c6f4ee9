import { readFileSync } from 'node:fs';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { parseExitDecision } from '../../src/domain/parse-exit-decision';
import { Refused, UserMistake } from '../terminal/user-mistake';

/** A decision from a file, or from standard input for "-". What is not a decision is refused by the names of its fields. */
export function readDecision(path: string): ExitDecision {
  const parsed = parseExitDecision(parseJson(path, readText(path)));
  if (parsed.ok) return parsed.decision;
  throw new Refused(`the decision in ${path} is refused: ${parsed.sentence}`);
}

function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new UserMistake(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserMistake(`${path} is not JSON: ${(error as Error).message}`);
  }
}
