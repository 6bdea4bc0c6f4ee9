import type { CloseEffects } from '../../../src/domain/close-effects';
import type { CloseProgress } from '../../../src/domain/close-progress';
import type { CloseState } from '../../../src/domain/close-state';
import type { Stage } from '../runs/stage';
import { travel } from './travel';

/** The close is to go on in a fresh history, with what it knows now. */
export class ContinueAsNew extends Error {
  constructor(readonly progress: CloseProgress) {
    super('continue as new');
  }
}

type Surroundings = Pick<
  CloseEffects,
  'asked' | 'stopRequested' | 'rest' | 'checkpoint' | 'report' | 'alertOperator' | 'watchForGhost'
>;

/** What the workflow itself does for the loop. */
export function surroundings(stage: Stage): Surroundings {
  const { desk, log, clock } = stage;
  let state: CloseState = 'validating';
  let started = '';
  return {
    asked: () => desk.asked,
    stopRequested: () => desk.stop,
    rest: (ms) => {
      log.add({ kind: 'rest', ms });
      return desk.rest(ms);
    },
    checkpoint: (progress) => {
      if (!desk.continueAtCheckpoint) return Promise.resolve();
      desk.continueAtCheckpoint = false;
      throw new ContinueAsNew(travel(progress));
    },
    report: ({ state: to, start }) => {
      const { quantity, entryPrice } = start ?? { quantity: '', entryPrice: '' };
      if (start !== null && `${quantity} ${entryPrice}` !== started) log.add({ kind: 'start', quantity, entryPrice });
      started = `${quantity} ${entryPrice}`;
      log.add({ kind: 'state', from: state, to });
      state = to;
      stage.reached(to);
    },
    alertOperator: async ({ trouble }) => {
      log.add({ kind: 'alert', trouble: `${trouble.type}: ${trouble.detail}` });
      await clock.sleep(5);
    },
    watchForGhost: ({ clientOrderId: name }) => {
      log.add({ kind: 'ghostWatch', name });
      return Promise.resolve();
    },
  };
}
