import { VenueError } from '../../src/exchange/venue-error';
import { TemporalUnreachable } from '../../src/temporal/connection';
import { clock } from './checks/clock';
import { deadMan } from './checks/dead-man';
import { headroom } from './checks/headroom';
import { heldCloses } from './checks/held-closes';
import { keys } from './checks/keys';
import { monitor } from './checks/monitor';
import { permissions } from './checks/permissions';
import { positionMode } from './checks/position-mode';
import { proofs } from './checks/proofs';
import { retention } from './checks/retention';
import { searchAttributes } from './checks/search-attributes';
import { temporal } from './checks/temporal';
import { tuning } from './checks/tuning';
import { venue } from './checks/venue';
import { worker } from './checks/worker';
import { found } from './findings';
import type { Finding } from './findings';
import type { Check, Patient } from './patient';

/** In the order in which they are told: what others depend on first. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...{ temporal, retention, searchAttributes, worker, tuning },
  ...{ venue, clock, keys, permissions, positionMode, headroom },
  ...{ heldCloses, proofs, deadMan, monitor },
};

/** Longer than any check takes where everything answers, short enough for a person who waits. */
const PATIENCE_MS = 20_000;

/** All checks at once. None keeps another from telling, and none ends the examination. */
export async function examine(patient: Patient, checks = CHECKS, patienceMs = PATIENCE_MS): Promise<Finding[]> {
  const findings = await Promise.all(
    Object.entries(checks).map(([name, check]) =>
      Promise.race([check(patient), late(patienceMs)]).catch((error: unknown) => [untold(name, error)]),
    ),
  );
  return findings.flat();
}

const untold = (check: string, error: unknown): Finding => ({ ...found('cannotTell', reasonOf(error)), check });

function reasonOf(error: unknown): string {
  if (error instanceof TemporalUnreachable) return 'cannot tell: Temporal is away';
  if (error instanceof VenueError) return `cannot tell: ${error.message}`;
  return `cannot tell: ${error instanceof Error ? error.message : String(error)}`;
}

const late = (ms: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer within ${ms / 1_000} s`)), ms).unref());
