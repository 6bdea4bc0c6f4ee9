import { InvalidArgumentError, Option } from 'commander';
import { DRILL_OBJECTIVES, OBJECTIVE_NAMES } from '../../src/domain/drill/drill-objectives';
import type { DrillObjectives } from '../../src/domain/drill/drill-objectives';
import { parseDuration } from '../terminal/duration';

/** `--objective order=2s flat=2s`, added up over the defaults. */
export const objectiveOption = (): Option =>
  new Option('--objective <name=duration...>', `an objective of this drill: ${OBJECTIVE_NAMES.join(', ')}`)
    .default(DRILL_OBJECTIVES, 'order=2s flat=2s whole=4s')
    .argParser(addObjective);

export function addObjective(typed: string, objectives: DrillObjectives): DrillObjectives {
  const [name = '', duration = ''] = typed.split('=');
  const known = OBJECTIVE_NAMES.find((one) => one === name);
  if (known === undefined)
    throw new InvalidArgumentError(`Write one of ${OBJECTIVE_NAMES.join(', ')}, as in order=2s.`);
  return { ...objectives, [known]: parseDuration(duration) };
}
