import { parseArgs } from 'node:util';
import { latency } from './latency/latency';
import { paper } from './paper/paper';

const BENCHES = { latency, paper };

const HELP = `npm run bench -- latency [--closes 200] [--json]
       npm run bench -- paper [--orders 10000] [--json]

  latency   decision → order at the venue, and decision → flat recorded: durable, and the same calls straight through ccxt
  paper     the paper exchange under load: orders per second by connections, memory, many markets, many positions

Figures are ratios within one run: machines differ, and are shared.
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    closes: { type: 'string', default: '200' },
    orders: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const bench = BENCHES[positionals[0] as keyof typeof BENCHES];
if (values.help === true || bench === undefined) {
  console.log(HELP);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  bench({ closes: Number(values.closes), orders: Number(values.orders), json: values.json }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
