import type { ClosableVerdict, Close } from './close-effects';
import { move } from './close-move';
import type { RestingOrder } from './resting-order';

/** The venue has said that resting orders claim the position's quantity, and such orders rest. */
export const isClaimed = ({ progress }: Close, { claims }: ClosableVerdict): boolean =>
  progress.claimed && claims.length > 0;

/** They make way. Conditional stops stay where they are: the position keeps its protection until it is flat. */
export async function clearClaims(close: Close, { claims }: ClosableVerdict): Promise<'nextRound'> {
  const { progress, effects } = close;
  move(close, 'claimed');
  // Owed from before they are cancelled: a result that gets lost must not lose them.
  progress.owed.push(...claims.filter((claim) => !isOwed(close, claim)));
  const { cancelled } = await effects.cancelRestingOrders(claims);
  progress.cancelled.push(...cancelled);
  progress.claimed = false;
  move(close, 'cleared');
  return 'nextRound';
}

const isOwed = ({ progress }: Close, { orderId }: RestingOrder): boolean =>
  progress.owed.some((one) => one.orderId === orderId);
