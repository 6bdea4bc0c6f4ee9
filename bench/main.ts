import { parseArgs } from 'node:util';
import { faults } from './faults/faults';
import { latency } from './latency/latency';
import { paper } from './paper/paper';

const BENCHES = { latency, paper, faults };

const HELP = `npm run bench -- latency [--closes 200] [--json]
       npm run bench -- paper [--orders 10000] [--json]
       npm run bench -- faults [--seeds 500 | --seed 20] [--json]

  latency   decision → order at the venue, and decision → flat recorded: durable, and the same calls straight through ccxt
  paper     the paper exchange under load: orders per second by connections, memory, many markets, many positions
  faults    the same seeded faulty worlds against other close policies and against ours: doubled, naked, falsely closed, …

Figures are ratios within one run: machines differ, and are shared.
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    closes: { type: 'string', default: '200' },
    orders: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '500' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const bench = BENCHES[positionals[0] as keyof typeof BENCHES];
if (values.help === true || bench === undefined) {
  console.log(HELP);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  const { json } = values;
  const [closes, orders, seeds] = [Number(values.closes), Number(values.orders), Number(values.seeds)];
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  bench({ closes, orders, seeds, seed, json }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
