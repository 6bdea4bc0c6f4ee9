import type { ExitReason } from '../../domain/exit-decision';
import { EXIT_RULES } from './exit-rules';
import type { ExitRule, Sees } from './exit-rules';
import { blind } from './judgements';
import type { Judgement, RuleInput } from './rule';
import type { RuleName, RuleSettings } from './rule-settings';

export interface RuleVerdict {
  rule: RuleName;
  reason: ExitReason;
  judgement: Judgement;
}

export type ExitVerdict = RuleVerdict & { judgement: Extract<Judgement, { kind: 'exit' }> };

/** Should this position still be open? */
export interface PositionVerdict {
  /** One for each rule that is on, the most pressing first. */
  verdicts: RuleVerdict[];
  /** The rule that decides, or null: the position stays. */
  exit: ExitVerdict | null;
}

/** Why what a rule looks at is not to be trusted at present, in words; null where it is. From the guards. */
export type Doubts = Readonly<Record<Sees, string | null>>;

export const NO_DOUBTS: Doubts = { price: null, clock: null };

/** All rules on one position. A rule whose input is in doubt is blind, whatever the numbers say. */
export function judgePosition(input: RuleInput, settings: RuleSettings, doubts: Doubts = NO_DOUBTS): PositionVerdict {
  const verdicts: RuleVerdict[] = [];
  let exit: ExitVerdict | null = null;
  for (const rule of EXIT_RULES) {
    const judgement = judgeUnlessDoubtful(rule, input, settings, doubts[rule.sees]);
    if (judgement === null) continue;
    const verdict = { rule: rule.name, reason: rule.reason, judgement };
    verdicts.push(verdict);
    if (exit === null && isExit(verdict)) exit = verdict;
  }
  return { verdicts, exit };
}

function judgeUnlessDoubtful(
  rule: ExitRule,
  input: RuleInput,
  settings: RuleSettings,
  doubt: string | null,
): Judgement | null {
  if (doubt === null) return rule.judge(input, settings);
  return settings[rule.name] === null ? null : blind(doubt);
}

const isExit = (verdict: RuleVerdict): verdict is ExitVerdict => verdict.judgement.kind === 'exit';

/** What keeps rules of this position from seeing, each cause once: for people. */
export const warningsOf = ({ verdicts }: PositionVerdict): string[] => [
  ...new Set(verdicts.flatMap(({ judgement }) => (judgement.kind === 'blind' ? [judgement.because] : []))),
];
