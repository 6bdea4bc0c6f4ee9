import pc from 'picocolors';
import type { StartedDrill } from '../../src/client/hold-drill';
import type { ClientPorts } from '../../src/client/ports';
import { DRILL_STAGES } from '../../src/domain/drill/drill-report';
import type { DrillReport, DrillStage, DrillVerdict } from '../../src/domain/drill/drill-report';
import { marketId } from '../../src/domain/market-symbol';
import { uiLink } from '../../src/temporal/ui-link';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';

export const exitCodeOf: Record<DrillVerdict, ExitCode> = {
  passed: EXIT.done,
  failed: EXIT.failed,
  refused: EXIT.refused,
  unfinished: EXIT.heldOrTimedOut,
};

/** What a drill says in the end: one JSON object, or lines for a person. */
export function printDrill(ports: ClientPorts, started: StartedDrill, report: DrillReport, json: boolean): ExitCode {
  const { workflowId, runId } = started;
  const link = uiLink({ ...ports, workflowId, runId });
  const text = json
    ? JSON.stringify({ workflowId, runId, uiLink: link, ...report })
    : drillLines(report, link).join('\n');
  process.stdout.write(`${text}\n`);
  return exitCodeOf[report.verdict];
}

export const drillLines = (report: DrillReport, link: string): string[] => [
  `${colour[report.verdict](report.verdict)}  ${report.because}`,
  ...report.stages.map(stageLine),
  ...leavings(report),
  ...(report.close === null ? [] : [`  ${report.close.workflowId}, run ${report.close.runId}`]),
  `  ${pc.cyan(link)}`,
];

const colour: Record<DrillVerdict, (text: string) => string> = {
  passed: pc.green,
  failed: pc.red,
  refused: pc.yellow,
  unfinished: pc.red,
};

const stageLine = ({ stage, held, says }: DrillStage): string =>
  `  ${held ? pc.green('✓') : pc.red('✗')} ${DRILL_STAGES[stage].padEnd(38)} ${says}`;

/** What a drill leaves open is said loudly, with what to do about it. */
function leavings({ plan, leftOpen, cleared, verdict }: DrillReport): string[] {
  if (cleared) return ['  the drill has taken its position off again'];
  if (leftOpen === '0' || plan === null) return [];
  const amount = leftOpen ?? 'the venue does not say how much';
  const remedy =
    verdict === 'unfinished'
      ? 'its close goes on: closeproof status'
      : `close it: closeproof manual-close ${marketId(plan.symbol)} --operator … --reason …`;
  return [pc.red(pc.bold(`  STILL OPEN in ${plan.symbol} on ${plan.account}: ${amount}; ${remedy}`))];
}
