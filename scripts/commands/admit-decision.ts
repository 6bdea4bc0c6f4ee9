import type { Config } from '../../src/config/config';
import { refusalAtDoor } from '../../src/client/refuse-at-door';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { parseExitDecision } from '../../src/domain/parse-exit-decision';
import { Refused, UserMistake } from '../terminal/user-mistake';

/** The same schema for what was typed as for what is read from a file, and everything that can be refused before a start. */
export function admitDecision(config: Config, candidate: ExitDecision): ExitDecision {
  const parsed = parseExitDecision(candidate);
  if (!parsed.ok) throw new UserMistake(parsed.sentence);
  const refusal = refusalAtDoor(parsed.decision, Object.keys(config.accounts), config.allowedSources);
  if (refusal !== null) throw new Refused(refusal);
  return parsed.decision;
}
