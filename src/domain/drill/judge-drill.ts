import { isZero } from '../decimal';
import { MARKERS } from '../markers';
import type { DrillClose, DrillEvidence } from './drill-effects';
import type { DrillObjectives } from './drill-objectives';
import { DRILL_STAGES } from './drill-report';
import type { DrillStage, DrillStageName } from './drill-report';

export interface DrillReading {
  /** Venue clock, ms. */
  decidedAtMs: number;
  close: DrillClose;
  evidence: DrillEvidence;
}

/** Each stage against its objective. What was not reached, or could not be read, has not held. */
export function judgeDrill({ decidedAtMs, close, evidence }: DrillReading, objectives: DrillObjectives): DrillStage[] {
  const flatAtMs = flatAt(close);
  const orderAtMs = evidence.kind === 'read' ? evidence.orderAtMs : null;
  return [
    timed('order', between(decidedAtMs, orderAtMs), objectives.order),
    timed('flat', between(orderAtMs, flatAtMs), objectives.flat),
    timed('whole', between(decidedAtMs, flatAtMs), objectives.whole),
    byVenue(evidence),
    byHistory(evidence),
  ];
}

/** When the venue was read to be flat, by its clock; null where this close did not bring it about. */
function flatAt(close: DrillClose): number | null {
  if (close.kind !== 'finished' || close.result.outcome !== 'closed' || close.result.readAt === null) return null;
  return Date.parse(close.result.readAt);
}

// An estimate of the venue's clock stands at one end: an instant could come out as less than none.
const between = (fromMs: number | null, toMs: number | null): number | null =>
  fromMs === null || toMs === null ? null : Math.max(0, toMs - fromMs);

function timed(stage: DrillStageName, tookMs: number | null, objectiveMs: number): DrillStage {
  const held = tookMs !== null && tookMs <= objectiveMs;
  const took = tookMs === null ? 'not reached' : `${tookMs} ms`;
  return { stage, held, tookMs, objectiveMs, says: `${took}, objective ${objectiveMs} ms` };
}

function byVenue(evidence: DrillEvidence): DrillStage {
  if (evidence.kind === 'unreadable') return fact('venue', false, evidence.because);
  const flat = isZero(evidence.openQuantity);
  return fact('venue', flat, flat ? 'read anew, it shows no position' : `it shows ${evidence.openQuantity} open`);
}

// The last marker ends with the venue's word for the order.
const CHAIN = [MARKERS.exitPublish, MARKERS.marginCheckSkipped, MARKERS.closeExecuted, 'TERMINAL STATE: '];

function byHistory(evidence: DrillEvidence): DrillStage {
  if (evidence.kind === 'unreadable') return fact('history', false, evidence.because);
  const missing = CHAIN.filter((marker) => !evidence.markers.some((found) => found.startsWith(marker)));
  const complete = missing.length === 0;
  return fact('history', complete, complete ? evidence.markers.join(' → ') : `it lacks ${missing.join(', ')}`);
}

const fact = (stage: DrillStageName, held: boolean, says: string): DrillStage => ({
  stage,
  held,
  tookMs: null,
  objectiveMs: null,
  says,
});

/** The first stage that did not hold, as a sentence; null where all did. */
export function faultOf(stages: readonly DrillStage[]): string | null {
  const broken = stages.find(({ held }) => !held);
  return broken === undefined ? null : `${DRILL_STAGES[broken.stage]}: ${broken.says}`;
}
