import type { CloseView, PositionView } from '../views';

/** What tells one position from another on the board. */
export const positionKey = ({ account, marketId, side }: PositionView): string => `${account}/${marketId}/${side}`;

/** What tells one close from another: a position may be closed, opened again, and closed again. */
export const closeKey = ({ workflowId, runId }: CloseView): string => `${workflowId}/${runId}`;
