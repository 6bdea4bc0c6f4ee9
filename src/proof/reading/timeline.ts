import { factsOf, timeOf } from '../history-facts';
import type { History } from '../history-facts';
import type { Recorded } from '../recorded';
import type { TimelineLine } from './reading';
import { sayEvent } from './say-event';
import { told } from './told';

/** The history in our words, one line an event; the bookkeeping between them says nothing. */
export function readTimeline(history: History, recorded: readonly Recorded[]): TimelineLine[] {
  const { continued, resets, ending } = factsOf(history);
  const lines = recorded.flatMap((event) => sayEvent(event).map((said) => ({ ...told(event), ...said })));
  const at = (eventId: number): string => timeOf(history, eventId);
  const begun =
    continued === null ? [] : [trouble(1, at(1), `goes on from run ${continued.fromRunId}, with all that it knew`)];
  const again = resets.map(({ eventId, baseRunId }) =>
    trouble(
      eventId,
      at(eventId),
      `reset: played again from here; what run ${baseRunId} did after this stands in its own history`,
    ),
  );
  const ended =
    ending.kind === 'running' || ending.kind === 'finished'
      ? []
      : [trouble(ending.eventId, ending.at, `${ending.kind}: ${ending.says}`)];
  return [...begun, ...lines, ...again, ...ended].sort((one, other) => one.eventId - other.eventId);
}

const trouble = (eventId: number, at: string, says: string): TimelineLine => ({
  eventId,
  at,
  who: 'Temporal',
  says,
  isTrouble: true,
});
