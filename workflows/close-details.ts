import { isZero } from '../src/domain/decimal';
import type { OrderLine } from '../src/domain/close-result';
import { fateOf } from '../src/domain/order-line';
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
  asked
    .map(({ source, reason, note, decisionId, traceId }) => {
      const said = note === undefined ? '' : `: ${oneLine(note)}`;
      return `- asked by **${source}**, ${reason}${said} (decision \`${decisionId}\`, trace \`${traceId}\`)`;
    })
    .join('\n');

// The newest orders tell where a close stands; the history has them all.
const ORDERS_SHOWN = 10;

const orders = ({ progress }: CloseStatus): string =>
  (progress?.orders ?? []).slice(-ORDERS_SHOWN).map(orderItem).join('\n');

const orderItem = (line: OrderLine): string =>
  `- round ${line.round}: \`${line.clientOrderId}\` for ${line.quantity}, ${line.submission}${said(line)}, **${fateOf(line)}**${executed(line)}${restores(line)}`;

const restores = ({ restores: name }: OrderLine): string => (name === undefined ? '' : `, puts \`${name}\` back`);

const said = (line: OrderLine): string => (line.said === undefined ? '' : ` (${oneLine(line.said)})`);

const executed = ({ executedQuantity, orderId }: OrderLine): string =>
  executedQuantity === undefined ? '' : ` ${executedQuantity} as order ${orderId}`;

const refused = ({ refusedMessages }: CloseStatus): string =>
  refusedMessages.map(({ signal, because }) => `Refused **${signal}**: ${because}`).join('\n\n');

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
