import { factsOf } from '../history-facts';
import type { ProofBody } from '../file/proof-file';
import { historyIn } from '../file/history-json';

/** What a proof does not show, honestly: of every close, and of this one. */
export function scopeOf(body: ProofBody): string[] {
  const { ending, nakedMs } = body.reading;
  const { continued, resets } = factsOf(historyIn(body));
  return [
    ...(ending.kind === 'running'
      ? ['What is still to come: this close runs, and its proof ends where the history does.']
      : []),
    ...(continued === null
      ? []
      : [`What it did before: it goes on from run ${continued.fromRunId}, which has a proof of its own.`]),
    ...(ending.kind === 'continued' ? ['How it ended: it goes on in another run, which has a proof of its own.'] : []),
    ...resets.map(({ baseRunId }) => `What run ${baseRunId} did after the point from which this one was played again.`),
    ...ALWAYS,
    ...(nakedMs === null ? ['Whether a stop came and went between two readings: none was seen.'] : []),
  ];
}

const ALWAYS = [
  'What the venue has in its own books. Every figure is what the venue told a worker, written down as it came; only the venue can confirm it.',
  'That nobody wrote the whole history anew. Hashes and replay show that it holds together; a signature, and a chain whose head is kept elsewhere, show that it is the one that was exported.',
  'Fees, funding and realised profit: the venue’s record of an order has none. The profit shown is price against entry price, before all of them; `closeproof proof --books` asks the venue.',
  'One clock. Decisions are timed by whoever decided, events by Temporal, readings by the venue: intervals between them are as good as those clocks.',
  'Each request to the venue. An activity that looks several times leaves its last answer, and a question to the running close leaves nothing.',
  'Whether it was right to close.',
] as const;
