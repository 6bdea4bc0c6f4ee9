import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import type { HistoryJson } from '../../../src/proof/file/proof-file';
import type { History } from '../../../src/proof/history-facts';

const folder = join(__dirname, '..', 'histories');

/** Closes that were played on a real Temporal server and the paper exchange: see take-histories.ts. */
export const HISTORIES = readdirSync(folder).map((name) => name.replace('.json', ''));

export const historyJson = (name: string): HistoryJson =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as HistoryJson;

export const historyOf = (name: string): History => historyFromJSON(historyJson(name));
