import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { CloseOrder } from '../src/domain/close-order';
import { needsPerson } from '../src/domain/close-progress';
import type { CloseProgress } from '../src/domain/close-progress';
import type { CloseResult } from '../src/domain/close-result';
import type { Pricing } from '../src/domain/pricing';

import type { Desk } from './close-desk';
import { detailsOf } from './close-details';

const CLOSE_STATE = defineSearchAttributeKey('CloseState', 'KEYWORD');
const CLOSE_OUTCOME = defineSearchAttributeKey('CloseOutcome', 'KEYWORD');

export const describeOrder = ({ side, quantity, pricing, symbol, reducingBy, clientOrderId }: CloseOrder): string =>
  `${side} ${quantity} ${symbol}${atPrice(pricing)} ${'leg' in reducingBy ? `of the ${reducingBy.leg} leg` : 'reduceOnly'} as ${clientOrderId}`;

const atPrice = (pricing: Pricing): string =>
  pricing.type === 'market' ? '' : ` at ${pricing.price} ${pricing.timeInForce}`;

export function tellStart(desk: Desk): void {
  setCurrentDetails(detailsOf(desk.status()));
}

/** Each move refreshes the details, which cost no event; only a hold, and the end of one, is worth a search attribute. */
export function tellProgress(desk: Desk, progress: CloseProgress): void {
  const wasHeld = desk.shownHeld;
  desk.progress = progress;
  desk.shownHeld = needsPerson(progress);
  if (desk.shownHeld !== wasHeld && progress.state !== 'finished')
    upsertSearchAttributes([{ key: CLOSE_STATE, value: desk.shownHeld ? 'held' : 'closing' }]);
  setCurrentDetails(detailsOf(desk.status()));
}

export function tellFinish(desk: Desk, result: CloseResult): void {
  upsertSearchAttributes([
    { key: CLOSE_STATE, value: 'finished' },
    { key: CLOSE_OUTCOME, value: result.outcome },
  ]);
  setCurrentDetails(detailsOf(desk.status()));
}
