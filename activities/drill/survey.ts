import { getClient } from '@temporalio/activity';
import type { DrillSurvey } from '../../src/domain/drill/drill-effects';
import type { DrillPlan } from '../../src/domain/drill/drill-plan';
import { surveyGround } from '../../src/domain/drill/survey-ground';
import type { Side } from '../../src/domain/exit-decision';
import { VenueError } from '../../src/exchange/venue-error';
import type { Ports } from '../ports';
import { runningClose } from './running-close';

const SIDES: readonly Side[] = ['long', 'short'];

/** Looks whether a drill may be held where it was ordered. It only reads. */
export const createSurvey =
  ({ account, exchange, drillGround }: Pick<Ports, 'account' | 'exchange' | 'drillGround'>) =>
  async (plan: DrillPlan): Promise<DrillSurvey> => {
    const { symbol } = plan;
    const closeOf = (side: Side) => runningClose(getClient(), { account: plan.account, symbol, side });
    try {
      const [rules, { positions }, running] = await Promise.all([
        exchange.readRules(symbol),
        exchange.listPositions(),
        Promise.all(SIDES.map(closeOf)),
      ]);
      return surveyGround(plan, {
        account,
        venue: drillGround?.venue ?? null,
        rules,
        positions: positions.filter((position) => position.symbol === symbol),
        running: running.filter((workflowId) => workflowId !== null),
      });
    } catch (error) {
      if (error instanceof VenueError) return { kind: 'unreadable', because: error.message };
      throw error;
    }
  };
