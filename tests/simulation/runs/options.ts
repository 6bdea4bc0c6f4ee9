import { parseArgs } from 'node:util';

export interface Options {
  readonly seeds: number;
  readonly first: number;
  readonly processes: number;
  /** One run, with its story. */
  readonly seed: number | null;
  readonly mutants: boolean;
}

const HELP = `usage: npm run simulate -- [--seeds 10000] [--first 1] [--seed 4242] [--mutants] [--processes 2]

  npm run simulate -- --seeds 10000   closes against ten thousand worlds
  npm run simulate -- --seed 4242     one of them again, told line by line (or SEED=4242)
  npm run simulate -- --mutants       plants bugs, and shows which seed and which invariant catches each`;

export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | string {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    if (values.help) return HELP;
    const seed = values.seed ?? environment['SEED'];
    return {
      seeds: Number(values.seeds ?? (values.mutants ? 2_000 : 1_000)),
      first: Number(values.first ?? 1),
      processes: Number(values.processes ?? 2),
      seed: seed === undefined ? null : Number(seed),
      mutants: values.mutants ?? false,
    };
  } catch (fault) {
    return `${fault instanceof Error ? fault.message : String(fault)}\n\n${HELP}`;
  }
}

const OPTIONS = {
  seeds: { type: 'string' },
  first: { type: 'string' },
  processes: { type: 'string' },
  seed: { type: 'string' },
  mutants: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
