import type { Receipt } from '../../../src/client/receipt';

/** A close that was asked for, and the position it has to take to flat. */
export interface OpenClose extends Pick<Receipt, 'workflowId' | 'runId'> {
  market: string;
  quantity: string;
}
