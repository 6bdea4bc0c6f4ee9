import type { OutageSaying } from '../../../src/paper/engine/events/outage';
import type { DeedMaker } from './events';
import { SYMBOL } from './scenario';

const SURE_SAYINGS: readonly OutageSaying[] = ['internal', 'unavailable', 'closed'];
const UNSURE_SAYINGS: readonly OutageSaying[] = ['unknown', 'timeout', 'unexpected'];

/** From a blink to an hour. Where the venue promises that nothing is done, nothing is. */
const maintenance: DeedMaker = (chance) => {
  const [ms, executes] = [chance.span(200, 3_600_000), chance.odds(0.3)];
  const saying = chance.pick(executes ? UNSURE_SAYINGS : [...SURE_SAYINGS, ...UNSURE_SAYINGS]);
  return {
    what: `the venue is down for ${ms} ms and says ${saying}${executes ? ', but does what it is asked' : ''}`,
    happen: ({ venue: { world } }) => void (world.outage = { until: world.now() + ms, saying, executes }),
  };
};

const bans: DeedMaker = (chance) => {
  const ms = chance.span(1_000, 300_000);
  return {
    what: `our address is banned for ${ms} ms`,
    happen: ({ venue }) => void venue.limits.bans.ban(venue.world.now(), ms),
  };
};

/** No trading in the symbol for a while. */
const halts: DeedMaker = (chance) => {
  const ms = chance.span(100, 600_000);
  return {
    what: `trading is halted for ${ms} ms`,
    happen: ({ clock, venue: { world } }) => {
      world.delisted.add(SYMBOL);
      clock.after(ms, () => world.delisted.delete(SYMBOL));
    },
  };
};

export const venueDeeds: readonly DeedMaker[] = [maintenance, bans, halts];
