import type { DeedMaker } from './events';

const kills: DeedMaker = (chance) => {
  const ms = chance.odds(0.7) ? 0 : chance.span(100, 120_000);
  return { what: `the worker dies; another comes after ${ms} ms`, happen: ({ fleet }) => fleet.kill(ms) };
};

/** Somebody sets the machine's clock. */
const stepsClock: DeedMaker = (chance) => {
  const ms = chance.pick([-1, 1]) * chance.span(50, 60_000);
  return { what: `the machine's clock steps by ${ms} ms`, happen: ({ machine }) => void (machine.skewMs += ms) };
};

/** The close goes on in a fresh history at its next checkpoint. */
const continues: DeedMaker = () => ({
  what: 'the history has grown long',
  happen: ({ desk }) => void (desk.continueAtCheckpoint = true),
});

export const fleetDeeds: readonly DeedMaker[] = [kills, stepsClock, continues];
