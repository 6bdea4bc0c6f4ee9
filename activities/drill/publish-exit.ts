import type { PublishedExit } from '../../src/domain/drill/drill-effects';
import type { DrillPlan } from '../../src/domain/drill/drill-plan';
import { drillDecision } from '../../src/domain/drill/drill-decision';
import { logContextOf } from '../../src/domain/log-context';
import { MARKERS } from '../../src/domain/markers';
import type { Position } from '../../src/domain/position';
import type { Ports } from '../ports';

/** Makes the drill's decision, as a monitor would: now, of what it saw. A local activity, so that the close starts right after it. */
export const createPublishExit =
  ({ exchange, logger }: Pick<Ports, 'exchange' | 'logger'>) =>
  (plan: DrillPlan, position: Position, decisionId: string): Promise<PublishedExit> => {
    const decision = drillDecision(plan, position, { decisionId, nowMs: Date.now() });
    logger.info({ ...logContextOf(decision), note: decision.note }, MARKERS.exitPublish);
    return Promise.resolve({ decision, venueAtMs: exchange.venueNowMs() });
  };
