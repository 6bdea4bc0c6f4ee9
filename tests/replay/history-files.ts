import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { temporal } from '@temporalio/proto';
import { root } from '../support/source-files';

export type History = temporal.api.history.v1.IHistory;

export const HISTORIES = join(__dirname, 'histories');

export interface SavedHistory {
  name: string;
  workflowId: string;
  workflowType: string;
  history: History;
}

/** What somebody at the keyboard can mend. */
export class CannotSave extends Error {}

/** The saved histories, by name. They are what Temporal's own UI and CLI write: `{"events": […]}`. */
export const savedHistories = (folder = HISTORIES): SavedHistory[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readSaved(join(folder, file)));

function readSaved(path: string): SavedHistory {
  const history = historyFromJSON(JSON.parse(readFileSync(path, 'utf8')) as object);
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const { workflowId, workflowType } = started ?? {};
  if (!workflowId || !workflowType?.name) throw new Error(`${path}: its first event starts no workflow`);
  return { name: basename(path, '.json'), workflowId, workflowType: workflowType.name, history };
}

export interface Place {
  folder: string;
  /** Replaces what is kept already. */
  force: boolean;
}

/** Keeps a history, and returns where. One that is kept already is replaced only by force: that old ones replay is the point. */
export function saveHistory(name: string, history: History, place: Place): string {
  const path = pathFor(name, place);
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(path, `${withoutThisMachine(historyToJSON(history))}\n`);
  return path;
}

export function pathFor(name: string, place: Place): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new CannotSave(`“${name}” is no name for a history: small letters, digits and hyphens, as in closed-by-hand`);
  if (!place.force && isKept(name, place))
    throw new CannotSave(
      `${name} is kept already, and what was written then must stay replayable: choose another name, or --force`,
    );
  return join(place.folder, `${name}.json`);
}

export const isKept = (name: string, { folder }: Place): boolean => existsSync(join(folder, `${name}.json`));

/** As compact as JSON can be, without the host's name and our folder, which stand in identities and stack traces. */
const withoutThisMachine = (json: string): string =>
  JSON.stringify(JSON.parse(json)).replaceAll(`${root}/`, '').replaceAll(`@${hostname()}`, '@host');

/** The history that shows an outcome is named after it: alreadyFlat, already-flat. */
export const historyNameOf = (outcome: string): string =>
  outcome.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);

export const runIdOf = ({ history }: SavedHistory): string =>
  history.events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId ?? '';
