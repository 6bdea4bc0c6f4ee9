import { isZero } from '../src/domain/decimal';
import type { OrderLine } from '../src/domain/close-result';
import type { ExitDecision } from '../src/domain/exit-decision';
import type { CloseStatus } from '../src/domain/messages';

/** The close in Markdown, for the Temporal UI: who, why, what was sent, what came back, where it stands. */
export function detailsOf(status: CloseStatus): string {
  return [headline(status), trouble(status), askers(status.asked), orders(status), refused(status)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headline({ target, progress, result, stop }: CloseStatus): string {
  if (result !== null) return `### ${result.outcome}\n${result.because}`;
  if (target === null) return '### refused';
  const left = progress?.lastRead
    ? `, ${isZero(progress.lastRead.quantity) ? 'flat' : `${progress.lastRead.quantity} open`}`
    : '';
  const asked = stop === null ? '' : `\n\n**${stop.operator}** asks to take over: ${stop.reason}`;
  return `### ${target.side} ${target.symbol} on ${target.account}: ${progress?.state ?? 'starting'}${left}${asked}`;
}

function trouble({ progress }: CloseStatus): string {
  if (progress === null || progress.trouble === null || progress.state === 'finished') return '';
  return `> **${progress.trouble.type}**: ${progress.trouble.detail} (${progress.misfortunes} in a row)`;
}

const askers = (asked: readonly ExitDecision[]): string =>
  asked.length === 0 ? '' : table(['asked by', 'reason', 'note', 'decision', 'trace'], asked.map(askerRow));

const askerRow = ({ source, reason, note, decisionId, traceId }: ExitDecision): string[] => [
  source,
  reason,
  note ?? '',
  decisionId,
  traceId,
];

const orders = ({ progress }: CloseStatus): string =>
  progress === null || progress.orders.length === 0
    ? ''
    : table(['round', 'order', 'quantity', 'sending', 'fate', 'executed', 'venue id'], progress.orders.map(orderRow));

const orderRow = (line: OrderLine): string[] => [
  String(line.round),
  `\`${line.clientOrderId}\``,
  line.quantity,
  line.said === undefined ? line.submission : `${line.submission}: ${line.said}`,
  line.status ?? line.fate ?? 'open',
  line.executedQuantity ?? '',
  line.orderId ?? '',
];

const refused = ({ refusedMessages }: CloseStatus): string =>
  refusedMessages.map(({ signal, because }) => `Refused **${signal}**: ${because}`).join('\n\n');

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
