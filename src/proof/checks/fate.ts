import { rests } from '../../domain/pricing';
import { isTerminal } from '../../domain/settlement';
import { mayHaveExecuted } from '../../domain/submission';
import type { OrderStory } from '../reading/reading';

/** The event from which on an order's fate is known; null while it is open. One that puts another back is settled once it rests. */
export function closedBy({ answer, fate, order }: OrderStory): number | null {
  if (answer !== null && !mayHaveExecuted(answer.submission)) return answer.eventId;
  if (fate !== null) return fate.eventId;
  const { submission } = answer ?? {};
  const isResting = submission?.kind === 'accepted' && rests(order.pricing) && !isTerminal(submission.status);
  return isResting ? (answer?.eventId ?? null) : null;
}
