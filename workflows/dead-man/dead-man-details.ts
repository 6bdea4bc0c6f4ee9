import type { Heard } from '../../src/domain/dead-man/dead-man';
import type { DeadManStatus } from '../../src/domain/dead-man/dead-man-messages';
import { stateOf } from '../../src/domain/dead-man/dead-man-words';

/** The switch in Markdown, for the Temporal UI. */
export function deadManDetails(status: DeadManStatus): string {
  const { account, phase, says, armed, monitors, heartbeats, refusedMessages } = status;
  return [
    `### ${account}: ${stateOf(phase)}\n${says}`,
    armed === null ? '' : `Armed by **${armed.by}**: ${oneLine(armed.because)}`,
    monitors.map(monitorItem).join('\n'),
    `${heartbeats} heartbeats in all`,
    refusedMessages.map((because) => `Refused: ${oneLine(because)}`).join('\n\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const monitorItem = ({ monitor, atMs, positions }: Heard): string =>
  `- monitor \`${monitor}\` was heard at ${new Date(atMs).toISOString()}, watching ${positions} positions`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
