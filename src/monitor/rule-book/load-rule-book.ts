import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { ConfigError } from '../../config/config-error';
import { buildRuleBook } from './build-rule-book';
import type { RuleBook } from './rule-book';

/** The rules in a YAML or JSON file; without a path, the built-in ones. Throws `ConfigError` with every fault at once. */
export function loadRuleBook(path: string | null): RuleBook {
  const built = buildRuleBook(path === null ? {} : readContent(path), path);
  if (built.ok) return built.book;
  throw new ConfigError(built.faults.map((fault) => `${path}: ${fault}`));
}

function readContent(path: string): unknown {
  // JSON is YAML as well, and JSON.parse would silently let the last of two equal keys win.
  const document = parseDocument(readText(path), { prettyErrors: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) throw new ConfigError(faults.map(({ message }) => `${path}: ${message}`));
  const content = toValue(document, path);
  if (content === null) throw new ConfigError([`${path}: holds no rules`]);
  return content;
}

/** An alias that names no anchor is found out only here. */
function toValue(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new ConfigError([`${path}: ${(error as Error).message}`]);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError([`${path}: ${(error as Error).message}`]);
  }
}
