import pc from 'picocolors';
import type { Receipt } from '../../src/client/receipt';
import type { Waited } from '../../src/client/wait-for-close';
import type { CloseResult, OrderLine } from '../../src/domain/close-result';
import { fateOf } from '../../src/domain/order-line';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';

/** What a close command says in the end: one JSON object, or lines for a person. */
export function printClose(receipt: Receipt, waited: Waited, { json, awaited }: Manner): ExitCode {
  process.stdout.write(json ? `${JSON.stringify({ receipt, ...waited })}\n` : `${lines(receipt, waited).join('\n')}\n`);
  return exitCodeOf(waited, awaited);
}

interface Manner {
  json: boolean;
  /** The user asked to wait for the end: then a close that still runs has timed out. */
  awaited: boolean;
}

export function exitCodeOf(waited: Waited, awaited: boolean): ExitCode {
  if (waited.kind === 'held') return EXIT.heldOrTimedOut;
  if (waited.kind === 'running') return awaited ? EXIT.heldOrTimedOut : EXIT.done;
  const { outcome } = waited.result;
  if (outcome === 'refused' || outcome === 'replaced') return EXIT.refused;
  return outcome === 'handedOver' ? EXIT.heldOrTimedOut : EXIT.done;
}

function lines(receipt: Receipt, waited: Waited): string[] {
  return [
    headline(receipt, waited),
    ...details(waited),
    `  ${receipt.kind} ${receipt.workflowId}, run ${receipt.runId}`,
    `  ${pc.cyan(receipt.uiLink)}`,
  ];
}

function headline({ workflowId }: Receipt, waited: Waited): string {
  if (waited.kind === 'running') return `${pc.yellow('running')}  ${workflowId}: look again with closeproof status`;
  if (waited.kind === 'held') return `${pc.red('held')}  ${waited.trouble?.detail ?? 'it needs a person'}`;
  const { outcome, because } = waited.result;
  return `${(outcome === 'closed' ? pc.green : pc.yellow)(outcome)}  ${because}`;
}

const details = (waited: Waited): string[] => (waited.kind === 'finished' ? resultLines(waited.result) : []);

const resultLines = (result: CloseResult): string[] => [
  ...result.orders.map(orderLine),
  ...result.cancelled.map((order) => `  cancelled ${order}`),
  ...result.leftResting.map((order) => `  ${pc.red('still resting')} ${order}`),
  ...result.notRestored.map((order) => `  ${pc.red('not put back')} ${order}`),
  ...nakedLine(result),
];

/** Below a second it is one reading after another, and no news. */
const nakedLine = ({ nakedMs }: CloseResult): string[] =>
  nakedMs === null || nakedMs < 1_000
    ? []
    : [`  ${pc.yellow('without its stop')} for ${(nakedMs / 1_000).toFixed(1)} s`];

const orderLine = (line: OrderLine): string =>
  `  order ${line.orderId ?? '?'} ${fateOf(line)}: ${line.executedQuantity ?? '0'} of ${line.quantity}` +
  (line.averagePrice === undefined ? '' : ` at ${line.averagePrice}`) +
  (line.restores === undefined ? '' : `, puts ${line.restores} back`) +
  ` (${line.clientOrderId})${line.said === undefined ? '' : `  ${pc.yellow(line.said)}`}`;
