import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildRuleBook } from '../../../src/monitor/rule-book/build-rule-book';
import type { RuleBook } from '../../../src/monitor/rule-book/rule-book';

const folder = mkdtempSync(join(tmpdir(), 'closeproof-rules-'));

export function aFile(text: string, name = 'rules.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The book of a text that has no fault. */
export function bookOf(yaml: string): RuleBook {
  const built = buildRuleBook(parse(yaml) ?? {}, 'rules.yaml');
  if (!built.ok) throw new Error(built.faults.join('; '));
  return built.book;
}

export function faultsIn(yaml: string): string[] {
  const built = buildRuleBook(parse(yaml), 'rules.yaml');
  return built.ok ? [] : built.faults;
}
