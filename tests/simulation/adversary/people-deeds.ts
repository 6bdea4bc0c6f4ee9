import type { CloseState } from '../../../src/domain/close-state';
import { makeDecision } from './decisions';
import type { DeedMaker } from './events';
import { aManualDecision } from '../../support/close-fixtures';

const joins: DeedMaker = (chance, place) => {
  const ordinal = chance.int(2, 1e9);
  const decide = (atMs: number) => makeDecision(chance, place, ordinal, atMs);
  return { what: 'somebody else asks for the close, too', happen: ({ desk, clock }) => desk.join(decide(clock.nowMs)) };
};

/** At the very moment at which the close gets somewhere: what it was about to do has not heard of it. */
const joinsWhen: DeedMaker = (chance, place) => {
  const [ordinal, state] = [chance.int(2, 1e9), chance.pick(MOMENTS)];
  const decide = (atMs: number) => makeDecision(chance, place, ordinal, atMs);
  return {
    what: `somebody asks for the close just as it is ${state}`,
    happen: (stage) => stage.when(state, () => stage.desk.join(decide(stage.clock.nowMs))),
  };
};

const MOMENTS: readonly CloseState[] = ['restoring', 'restoring', 'sweeping', 'placing', 'awaiting', 'held'];

/** A person asks, and wants it tried at once. */
const manual: DeedMaker = (chance, { side }) => {
  const decisionId = `manual-${chance.int(2, 1e9)}`;
  return {
    what: 'an operator asks for the close, and wakes it',
    happen: ({ desk, clock }) => {
      const expiresAt = new Date(clock.nowMs + 300_000).toISOString();
      desk.join(aManualDecision({ side, decisionId, decidedAt: new Date(clock.nowMs).toISOString(), expiresAt }));
      desk.wake();
    },
  };
};

const wakes: DeedMaker = () => ({ what: 'an operator wakes the close', happen: ({ desk }) => desk.wake() });

const releases: DeedMaker = () => ({
  what: 'an operator takes the close over',
  happen: ({ desk }) => desk.release('operator:bob', 'by hand'),
});

export const peopleDeeds: readonly DeedMaker[] = [joins, joinsWhen, manual, wakes, releases];
