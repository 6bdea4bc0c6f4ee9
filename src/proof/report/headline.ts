import type { CheckResult, CheckVerdict } from '../checks/check';
import { verdictOf } from '../checks/run-checks';
import type { ProofBody } from '../file/proof-file';
import { isZero } from '../../domain/decimal';

/** What a reader is told first. */
export interface Headline {
  verdict: CheckVerdict;
  /** Whether the position was flat in the end, by the venue's word; null where nobody read it, or it still runs. */
  isFlat: boolean | null;
  /** "6 of 6 checks pass", or which do not. */
  checks: string;
  /** How it ended, in one word. */
  outcome: string;
  because: string;
}

export function headlineOf({ checks, reading }: Pick<ProofBody, 'checks' | 'reading'>): Headline {
  const { result, ending } = reading;
  return {
    verdict: verdictOf(checks),
    isFlat: isFlat(reading),
    checks: sayChecks(checks),
    outcome: result?.outcome ?? (ending.kind === 'running' ? 'still running' : ending.kind),
    because:
      result?.because ?? (ending.kind === 'running' ? 'this is the proof so far: the close goes on' : ending.says),
  };
}

function isFlat({ result, positions }: ProofBody['reading']): boolean | null {
  const last = positions.at(-1);
  return result === null || last === undefined ? null : isZero(last.quantity) && !last.isAnother;
}

export const flatWord = ({ isFlat: flat }: Headline): string =>
  flat === null ? 'Not known to be flat' : flat ? 'Flat' : 'Not flat';

function sayChecks(checks: readonly CheckResult[]): string {
  const passed = checks.filter(({ verdict }) => verdict === 'PASS').length;
  const say = (verdict: CheckVerdict, verb: string): string[] => {
    const ids = checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
    return ids.length === 0 ? [] : [`${ids.join(', ')} ${verb}`];
  };
  return [
    `${passed} of ${checks.length} checks pass`,
    ...say('FAIL', 'failed'),
    ...say('CANNOT TELL', 'cannot be told'),
  ].join('; ');
}
