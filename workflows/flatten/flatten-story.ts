import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { FlattenProgress } from '../../src/domain/flatten/flatten-progress';
import type { FlattenResult } from '../../src/domain/flatten/flatten-result';
import type { FlattenDesk } from './flatten-desk';
import { flattenDetailsOf } from './flatten-details';

const CLOSE_STATE = defineSearchAttributeKey('CloseState', 'KEYWORD');
const CLOSE_OUTCOME = defineSearchAttributeKey('CloseOutcome', 'KEYWORD');

/** Each pass refreshes the details, which cost no event; only a hold, and the end of one, is worth a search attribute. */
export function tellFlattenProgress(desk: FlattenDesk, progress: FlattenProgress): void {
  desk.progress = progress;
  if (progress.state !== desk.shownState && progress.state !== 'finished')
    upsertSearchAttributes([{ key: CLOSE_STATE, value: progress.state }]);
  desk.shownState = progress.state;
  setCurrentDetails(flattenDetailsOf(desk.status(), Date.now()));
}

export function tellFlattenFinish(desk: FlattenDesk, result: FlattenResult): void {
  upsertSearchAttributes([
    { key: CLOSE_STATE, value: 'finished' },
    { key: CLOSE_OUTCOME, value: result.outcome },
  ]);
  setCurrentDetails(flattenDetailsOf(desk.status(), Date.now()));
}
