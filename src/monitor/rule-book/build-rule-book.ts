import type { Side } from '../../domain/exit-decision';
import { normaliseSymbol } from '../../domain/market-symbol';
import { BUILT_IN_ATR } from './built-in';
import { schemaFaults } from './schema-faults';
import { ruleFileSchema } from './layer-schema';
import type { Layer, RuleFile } from './layer-schema';
import { resolveSettings } from './resolve-settings';
import type { Resolved } from './resolve-settings';
import { RuleBook } from './rule-book';
import type { BothSides } from './rule-book';
import { symbolFaults } from './symbol-faults';

export type BuiltRuleBook = { ok: true; book: RuleBook } | { ok: false; faults: string[] };

/** A rule book of what a file holds, or every fault in it. `file` is its path, for people. */
export function buildRuleBook(content: unknown, file: string | null): BuiltRuleBook {
  const parsed = ruleFileSchema.safeParse(content, { reportInput: true });
  const named = symbolFaults(content);
  if (!parsed.success) return { ok: false, faults: [...schemaFaults(parsed.error.issues), ...named] };
  const { atr, defaults, symbols } = resolveFile(parsed.data);
  const inherited = faultsOf(defaults);
  const faults = [
    ...named,
    ...inherited.map((fault) => `defaults: ${fault}`),
    ...symbols.flatMap(({ typed, both }) => ownFaults(both, inherited).map((fault) => `symbols.${typed}: ${fault}`)),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const bySymbol = symbols.map(({ typed, both }) => [normaliseSymbol(typed) ?? typed, settingsOf(both)] as const);
  return { ok: true, book: new RuleBook(file, atr, settingsOf(defaults), new Map(bySymbol)) };
}

type ResolvedSides = Readonly<Record<Side, Resolved>>;

function resolveFile({ atr, defaults = {}, symbols = {} }: RuleFile) {
  return {
    atr: { interval: atr?.interval ?? BUILT_IN_ATR.interval, period: atr?.period ?? BUILT_IN_ATR.period },
    defaults: resolveSides([defaults]),
    symbols: Object.entries(symbols).map(([typed, layer]) => ({ typed, both: resolveSides([defaults, layer]) })),
  };
}

const resolveSides = (layers: readonly Layer[]): ResolvedSides => ({
  long: resolveSettings('long', layers),
  short: resolveSettings('short', layers),
});

/** A fault of both sides is told once; of one side, with its name. */
function faultsOf({ long, short }: ResolvedSides): string[] {
  const both = long.faults.filter((fault) => short.faults.includes(fault));
  const only = (side: Side, { faults }: Resolved): string[] =>
    faults.filter((fault) => !both.includes(fault)).map((fault) => `for a ${side}, ${fault}`);
  return [...both, ...only('long', long), ...only('short', short)];
}

const ownFaults = (both: ResolvedSides, inherited: readonly string[]): string[] =>
  faultsOf(both).filter((fault) => !inherited.includes(fault));

const settingsOf = ({ long, short }: ResolvedSides): BothSides => ({ long: long.settings, short: short.settings });
