import type { Case } from '../case';
import { abandoned } from './abandoned';
import { doubled } from './doubled';
import { falselyClosed } from './falsely-closed';
import { falselyFailed } from './falsely-failed';
import { flipped } from './flipped';
import { naked } from './naked';
import { neverEnded } from './never-ended';
import { orphaned } from './orphaned';
import { tookAnothers } from './took-anothers';

/** Each by the venue's record alone; what a policy says is compared with it, never taken for it. */
const JUDGES = {
  doubled,
  flipped,
  tookAnothers,
  naked,
  orphaned,
  falselyClosed,
  abandoned,
  falselyFailed,
  neverEnded,
} as const satisfies Record<string, (it: Case) => string | null>;

export type FaultName = keyof typeof JUDGES;

export const FAULT_NAMES = Object.keys(JUDGES) as FaultName[];

/** The faults found in one case, each with what happened. None: the close ended right. */
export type Verdict = Partial<Record<FaultName, string>>;

export const judge = (it: Case): Verdict =>
  Object.fromEntries(
    FAULT_NAMES.flatMap((name) => {
      const what = JUDGES[name](it);
      return what === null ? [] : [[name, what]];
    }),
  );
