import type { Reading, Told } from '../../reading/reading';

export interface Mark extends Told {
  says: string;
  tone: 'plain' | 'good' | 'fair' | 'bad';
}

/** What happened, sorted by who acted: one lane each, in the order of the steps. */
export interface Lane {
  name: string;
  marks: Mark[];
}

export function lanesOf({ asked, rounds, positions, timeline, ending }: Reading): Lane[] {
  const orders = rounds.flatMap((round) => round.orders);
  const lanes: Lane[] = [
    {
      name: 'asked',
      marks: asked.map((one) => mark(one, `${one.reason} by ${one.source}`, one.fault === null ? 'plain' : 'bad')),
    },
    { name: 'position read', marks: positions.map((one) => mark(one, `${one.quantity}, by ${one.by}`, 'plain')) },
    {
      name: 'order sent',
      marks: orders.map((one) =>
        mark(one, `${one.order.side} ${one.order.quantity} as ${one.order.clientOrderId}`, 'plain'),
      ),
    },
    {
      name: 'answered',
      marks: orders.flatMap(({ answer }) =>
        answer === null ? [] : [mark(answer, answer.submission.kind, TONES[answer.submission.kind])],
      ),
    },
    {
      name: 'settled',
      marks: orders.flatMap(({ fate }) =>
        fate === null ? [] : [mark(fate, fateWord(fate.fate), fate.fate.kind === 'absent' ? 'fair' : 'good')],
      ),
    },
    {
      name: 'trouble',
      marks: timeline.filter(({ isTrouble }) => isTrouble).map((line) => mark(line, line.says, 'bad')),
    },
    {
      name: 'end',
      marks: ending.kind === 'running' ? [] : [mark(ending, ending.says, ending.kind === 'finished' ? 'good' : 'bad')],
    },
  ];
  return lanes.filter(({ marks }) => marks.length > 0);
}

const TONES = { accepted: 'good', rejected: 'fair', notSent: 'fair', unknown: 'bad' } as const;

const fateWord = (fate: { kind: string; status?: string }): string => fate.status ?? fate.kind;

const mark = ({ eventId, at }: Told, says: string, tone: Mark['tone']): Mark => ({ eventId, at, says, tone });
