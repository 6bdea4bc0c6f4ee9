import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { History } from '../history-facts';
import { UnreadableHistory } from '../reading/unreadable-history';
import type { HistoryJson } from './proof-file';

/** As Temporal's own tools write it: enums by name, payloads in base64, times as text. */
export const historyJsonOf = (history: History): HistoryJson => JSON.parse(historyToJSON(history)) as HistoryJson;

/** Throws `UnreadableHistory`. */
export function historyIn({ history }: { history: HistoryJson }): History {
  try {
    return historyFromJSON(history);
  } catch (error) {
    throw new UnreadableHistory(`its events are none of Temporal’s: ${(error as Error).message}`);
  }
}
