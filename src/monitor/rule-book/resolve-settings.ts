import type { Side } from '../../domain/exit-decision';
import type { GuardSettings } from '../rules/guards/guard-settings';
import type { RuleSettings } from '../rules/rule-settings';
import { BUILT_IN } from './built-in';
import { contradictions } from './contradictions';
import { RULE_SHAPES } from './layer-schema';
import type { Layer } from './layer-schema';
import { mergeLayers, RULE_NAMES } from './merge-layers';
import type { Fields, Merged } from './merge-layers';
import type { PositionSettings } from './position-settings';

/** With faults, the settings are not to be used. */
export interface Resolved {
  settings: PositionSettings;
  faults: string[];
}

/**
 * The settings of one side, of what the file says by default and of what it says of a symbol. Later speaks over earlier:
 * built in, defaults, defaults of the side, symbol, side of the symbol. Faults say what is missing or contradicts itself.
 */
export function resolveSettings(side: Side, layers: readonly Layer[]): Resolved {
  const merged = mergeLayers(layers.flatMap((layer) => [layer, layer[side] ?? {}]));
  const settings = { rules: rulesOf(merged), guards: guardsOf(layers) };
  const missing = RULE_NAMES.flatMap((name) => missingOf(name, merged[name]));
  return { settings, faults: missing.length > 0 ? missing : contradictions(side, settings.rules) };
}

const missingOf = (name: keyof Merged, said: Fields | 'off'): string[] =>
  said === 'off'
    ? []
    : Object.keys(RULE_SHAPES[name].shape)
        .filter((field) => said[field] === undefined)
        .map((field) => `${name}.${field} is missing`);

/** Every field has passed its schema; that none is missing is seen to elsewhere. */
function rulesOf(merged: Merged): RuleSettings {
  const { maxHold, ...others } = merged;
  const entries = Object.entries(others).map(([name, said]) => [name, said === 'off' ? null : said] as const);
  const held = maxHold === 'off' ? null : { afterMs: Number(maxHold['after']) };
  return { ...Object.fromEntries(entries), maxHold: held } as RuleSettings;
}

function guardsOf(layers: readonly Layer[]): GuardSettings {
  const guards = Object.assign({}, BUILT_IN.guards, ...layers.map((layer) => layer.guards)) as typeof BUILT_IN.guards;
  const { staleAfter, jumpPercent, believeAfter, believeTicks } = guards;
  return { staleAfterMs: staleAfter, jumpPercent, believeAfterMs: believeAfter, believeTicks };
}
