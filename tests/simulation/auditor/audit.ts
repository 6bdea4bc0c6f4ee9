import type { Run } from '../runs/run-scenario';
import { behindTheFence } from './behind-the-fence';
import { evidenceOf } from './evidence';
import type { Evidence } from './evidence';
import { flatByTheVenue } from './flat-by-the-venue';
import { itsOwnPosition } from './its-own-position';
import { namedBeforeSent } from './named-before-sent';
import { neverDropped } from './never-dropped';
import { nothingInvented } from './nothing-invented';
import { onlyReducing } from './only-reducing';
import { pricedForAReason } from './priced-for-a-reason';
import { putsBack } from './puts-back';
import { namesTheTakers } from './names-the-takers';
import { countsNakedTime } from './counts-naked-time';
import { oneUnresolved } from './one-unresolved';

export interface Fault {
  /** As in docs/invariants.md. */
  readonly invariant: number;
  readonly what: string;
}

/** 6 has no line: the port has no way to ask for margin. 9 has none: nothing is replayed here. */
const CHECKS: readonly (readonly [invariant: number, check: (evidence: Evidence) => string[]])[] = [
  [1, onlyReducing],
  [1, pricedForAReason],
  [2, oneUnresolved],
  [2, behindTheFence],
  [3, namedBeforeSent],
  [4, flatByTheVenue],
  [5, neverDropped],
  [5, putsBack],
  [7, nothingInvented],
  [7, namesTheTakers],
  [7, countsNakedTime],
  [8, itsOwnPosition],
];

/** Judges a run by what the venue did and what was said to it, not by how the loop came to it. */
export function audit(run: Run): Fault[] {
  const evidence = evidenceOf(run);
  return CHECKS.flatMap(([invariant, check]) => check(evidence).map((what) => ({ invariant, what })));
}
