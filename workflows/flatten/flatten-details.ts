import { heldSentences } from '../../src/domain/flatten/call-for-flatten';
import { describeLine } from '../../src/domain/flatten/flatten-line';
import type { FlattenLine } from '../../src/domain/flatten/flatten-line';
import type { FlattenProgress } from '../../src/domain/flatten/flatten-progress';
import { describeScope } from '../../src/domain/flatten/flatten-scope';
import type { FlattenStatus } from '../../src/domain/messages';

/** The flatten in Markdown, for the Temporal UI: how far it is, who asked, what is held, what is being closed. */
export const flattenDetailsOf = (status: FlattenStatus, nowMs: number): string =>
  [headline(status, nowMs), trouble(status), held(status), askers(status), closing(status), refused(status)]
    .filter((part) => part !== '')
    .join('\n\n');

function headline({ progress, result, stop }: FlattenStatus, nowMs: number): string {
  if (result !== null) return `### ${result.outcome}\n${result.because}`;
  const asked = stop === null ? '' : `\n\n**${stop.operator}** asks to stop it: ${stop.reason}`;
  return `### ${progress === null ? 'starting' : headlineOf(progress, nowMs)}${asked}`;
}

function headlineOf(progress: FlattenProgress, nowMs: number): string {
  const { lines, state, startedMs, cancelledCount, flatReads } = progress;
  const flat = lines.filter((line) => line.state === 'flat').length;
  const seconds = ((nowMs - startedMs) / 1_000).toFixed(1);
  const confirming = flatReads > 0 ? ', looking a second time' : '';
  return `${state}: ${flat} of ${lines.length} positions flat after ${seconds} s, ${cancelledCount} opening orders cancelled${confirming}`;
}

const trouble = ({ progress }: FlattenStatus): string =>
  progress === null || progress.trouble === null
    ? ''
    : `> **${progress.trouble.type}**: ${progress.trouble.detail} (${progress.misfortunes} in a row)`;

// The riskiest tell where a flatten stands; the query and the history have them all.
const SHOWN = 20;

const held = ({ progress, result }: FlattenStatus): string =>
  section('Held', result?.leftOpen ?? (progress === null ? [] : heldSentences(progress)));

const closing = ({ progress }: FlattenStatus): string =>
  section('Closing', (progress?.lines ?? []).filter(isMoving).map(describeLine));

const isMoving = ({ state }: FlattenLine): boolean => state === 'closing' || state === 'found';

const askers = ({ asked }: FlattenStatus): string =>
  asked
    .map(
      ({ source, operator, note, scope, requestId }) =>
        `- asked by **${oneLine(operator)}** (${source}): ${describeScope(scope)}, because ${oneLine(note)} (request \`${requestId}\`)`,
    )
    .join('\n');

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > SHOWN ? [`- and ${items.length - SHOWN} more`] : [];
  return [`**${title}**`, '', ...items.slice(0, SHOWN).map((item) => `- ${oneLine(item)}`), ...more].join('\n');
}

const refused = ({ refusedMessages }: FlattenStatus): string =>
  refusedMessages.map(({ signal, because }) => `Refused **${signal}**: ${because}`).join('\n\n');

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
