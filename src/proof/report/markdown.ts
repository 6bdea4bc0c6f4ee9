import type { BooksWord } from '../books/ask-books';
import type { ProofBody } from '../file/proof-file';
import type { OrderStory, Reading } from '../reading/reading';
import { sayFate, saySubmission } from '../reading/say-order';
import { flatWord, headlineOf } from './headline';
import { BOOKS_HEAD, booksRow, introduceBooks } from './say-books';
import { scopeOf } from './scope';
import { lasting, moment, since, wanted } from './words';

/** A proof for a terminal, a ticket or a pull request: verdict first, then what it rests on. */
export function proofMarkdown(proof: ProofBody, books?: BooksWord): string {
  const { reading, workflowId, runId } = proof;
  const headline = headlineOf(proof);
  return [
    `# ${headline.verdict}: ${workflowId}`,
    '',
    `**${flatWord(headline)}, ${headline.outcome}**: ${inline(headline.because)}`,
    '',
    `${headline.checks}. Run \`${runId}\`.`,
    '',
    ...table(['Check', 'Verdict', 'Because', 'Invariants', 'Events'], proof.checks.map(checkRow)),
    ...['', '## Figures', '', ...figures(reading)],
    ...['', '## Rounds', '', ...table(['Round', 'Read', 'Sent', 'Answered', 'Settled'], roundRows(reading))],
    ...(books === undefined ? [] : ['', '## The venue’s books', '', ...booksLines(books)]),
    ...['', '## Who asked', '', ...table(['Event', 'Who', 'Why', 'When'], askedRows(reading))],
    ...['', '## Timeline', '', ...table(['Event', 'Time', 'Who', 'What'], timelineRows(reading))],
    ...['', '## What this does not show', '', ...scopeOf(proof).map((line) => `- ${line}`)],
    '',
  ].join('\n');
}

function booksLines(word: BooksWord): string[] {
  const rows = word.kind === 'read' ? word.orders.map(booksRow) : [];
  return [inline(introduceBooks(word)), ...(rows.length === 0 ? [] : ['', ...table(BOOKS_HEAD, rows)])];
}

const checkRow = ({ title, verdict, because, invariants, eventIds }: ProofBody['checks'][number]): string[] => [
  title,
  `**${verdict}**`,
  because,
  invariants.join(', '),
  eventIds.join(', '),
];

function figures({ decision, result, money, times, nakedMs }: Reading): string[] {
  const asked =
    decision === null ? 'not said' : `${wanted(decision.quantity)} (${decision.reason} by ${decision.source})`;
  return [
    `- asked to close: ${inline(asked)}`,
    `- executed: ${money.executedQuantity}${money.averagePrice === null ? '' : ` at ${money.averagePrice} on average`}`,
    `- left by the venue’s word: ${result?.remainingQuantity ?? 'not known'}`,
    `- profit by price, before fees and funding: ${money.grossProfit ?? '–'} ${money.currency ?? ''}`.trimEnd(),
    `- fees, realised profit: ${money.fees.because}`,
    `- decision to order ${lasting(times.decisionToOrderMs)}, order to flat ${lasting(times.orderToFlatMs)}, decision to flat ${lasting(times.decisionToFlatMs)}`,
    `- without its stop: ${nakedMs === null ? 'none was seen' : `${lasting(nakedMs)} at most`}`,
  ];
}

/** The raw history has those in the middle of a long one. */
const ROUNDS_MAX = 60;

function roundRows({ rounds }: Reading): string[][] {
  const shown =
    rounds.length > ROUNDS_MAX ? [...rounds.slice(0, ROUNDS_MAX / 2), ...rounds.slice(-ROUNDS_MAX / 2)] : rounds;
  return shown.flatMap((round) => {
    const first = [String(rounds.indexOf(round) + 1), round.read?.says ?? 'nothing'];
    if (round.orders.length === 0) return [[...first, 'nothing', '', '']];
    return round.orders.map((story) => [...first, ...orderCells(story)]);
  });
}

const orderCells = ({ order, answer, fate }: OrderStory): string[] => [
  `${order.side} ${order.quantity} as ${order.clientOrderId}`,
  answer === null ? 'not yet' : saySubmission(answer.submission).says,
  fate === null ? '–' : sayFate(fate.fate),
];

const askedRows = ({ asked }: Reading): string[][] =>
  asked.map(({ eventId, source, reason, note, at }) => [
    String(eventId),
    source,
    note === null ? reason : `${reason}, “${note}”`,
    moment(at),
  ]);

const timelineRows = ({ timeline }: Reading): string[][] =>
  timeline.map(({ eventId, at, who, says, isTrouble }) => [
    String(eventId),
    since(at, timeline[0]?.at ?? at),
    who,
    isTrouble ? `**!** ${says}` : says,
  ]);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inline).join(' | ')} |`);

/** Venues and people write what they like: a cell stays one, is no markup, and says nothing to a terminal. */
const inline = (text: string): string =>
  text
    .replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .trim();
