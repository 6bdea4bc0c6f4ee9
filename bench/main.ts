import { parseArgs } from 'node:util';
import { faults } from './faults/faults';
import { latency } from './latency/latency';
import { monitor } from './monitor/monitor';
import { paper } from './paper/paper';
import { storm } from './storm/storm';
import { verify } from './verify/verify';

const BENCHES = { latency, monitor, paper, faults, storm, verify };

/** Closes of each way, where nobody says how many: those of the monitor wait for the venue's next price. */
const CLOSES = { latency: '200', monitor: '100' };

const HELP = `npm run bench -- latency [--closes 200] [--json]
       npm run bench -- monitor [--only rules|decision|order|memory|weight] [--minutes 10] [--closes 100] [--json]
       npm run bench -- paper [--orders 10000] [--json]
       npm run bench -- faults [--seeds 500 | --seed 20] [--json]
       npm run bench -- storm [--positions 300] [--server dev|postgres] [--workers 2] [--alternatives] [--kill-worker]
                              [--phase 0..9] [--picture FILE] [--json]
       npm run bench -- verify [--proofs 1000] [--json]

  latency   decision → order at the venue, and decision → flat recorded: durable, and the same calls straight through ccxt
  monitor   the exit monitor: tick → decision, tick → order at the venue, memory over minutes, weight asked of the venue
  paper     the paper exchange under load: orders per second by connections, memory, many markets, many positions
  faults    the same seeded faulty worlds against other close policies and against ours: doubled, naked, falsely closed, …
  storm     so many positions closed at once by one flatten, over real processes and the venue's limits: time to flat, cost a
            close, what the venue's log says; beside the obvious scripts of ccxt alone, and with a worker killed in the middle
  verify    so many real closes: their proofs collected, and verified offline by another process

Figures are ratios within one run: machines differ, and are shared.
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    closes: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
    orders: { type: 'string', default: '10000' },
    proofs: { type: 'string', default: '1000' },
    seeds: { type: 'string', default: '500' },
    seed: { type: 'string' },
    positions: { type: 'string' },
    server: { type: 'string' },
    workers: { type: 'string' },
    phase: { type: 'string' },
    picture: { type: 'string' },
    alternatives: { type: 'boolean' },
    'kill-worker': { type: 'boolean' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const bench = BENCHES[positionals[0] as keyof typeof BENCHES];
if (values.help === true || bench === undefined) {
  console.log(HELP);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  const { json, only } = values;
  const closes = Number(values.closes ?? CLOSES[positionals[0] as keyof typeof CLOSES]);
  const [orders, seeds, minutes] = [Number(values.orders), Number(values.seeds), Number(values.minutes)];
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const proofs = Number(values.proofs);
  bench({ ...values, proofs, closes, orders, seeds, seed, minutes, only, json }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
