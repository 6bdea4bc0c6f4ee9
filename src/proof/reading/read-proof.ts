import type { CloseResult } from '../../domain/close-result';
import { CLOSE_WORKFLOW } from '../../domain/messages';
import { parseExitDecision } from '../../domain/parse-exit-decision';
import { factsOf } from '../history-facts';
import type { History } from '../history-facts';
import { readHistory } from '../read-history';
import type { Recorded } from '../recorded';
import { readAsked } from './read-asked';
import { readMoney } from './read-money';
import { readPositions } from './read-positions';
import { readRounds } from './read-rounds';
import { readTimes } from './read-times';
import { readTimeline } from './timeline';
import type { Reading } from './reading';
import { UnreadableHistory } from './unreadable-history';

/** What a history tells of a close. Pure: the same history always gives the same reading. Throws `UnreadableHistory`. */
export function readProof(history: History): Reading {
  const { workflowType } = factsOf(history);
  if (workflowType !== CLOSE_WORKFLOW) throw new UnreadableHistory(notAClose(workflowType));
  try {
    return read(history, readHistory(history));
  } catch (error) {
    throw new UnreadableHistory(`the history does not have the form of a close: ${(error as Error).message}`);
  }
}

function read(history: History, recorded: readonly Recorded[]): Reading {
  const facts = factsOf(history);
  const rounds = readRounds(recorded);
  const orders = rounds.flatMap((round) => round.orders);
  const positions = readPositions(recorded);
  const asked = readAsked(recorded);
  const parsed = parseExitDecision(recorded.find((event) => event.kind === 'started')?.input);
  const decision = parsed.ok ? parsed.decision : null;
  const result = (recorded.find((event) => event.kind === 'finished')?.result ?? null) as CloseResult | null;
  return {
    workflowId: facts.workflowId,
    decision,
    decisionFault: parsed.ok ? null : parsed.sentence,
    asked,
    rounds,
    positions,
    money: readMoney(recorded, orders, decision?.symbol.split(':')[1]?.split('-')[0] ?? null),
    times: readTimes(decision?.decidedAt ?? null, asked, orders, positions),
    nakedMs: result?.nakedMs ?? null,
    result,
    ending: facts.ending,
    timeline: readTimeline(history, recorded),
  };
}

const notAClose = (workflowType: string): string =>
  workflowType === ''
    ? 'this is no history of a workflow: it does not begin with its start'
    : `this is the history of a ${workflowType}, and proofs are of a ${CLOSE_WORKFLOW}`;
