import { BUILT_IN } from './built-in';
import { RULE_SHAPES } from './layer-schema';
import type { SideLayer } from './layer-schema';
import type { RuleName } from '../rules/rule-settings';

export type Fields = Readonly<Record<string, unknown>>;
export type Merged = Record<RuleName, Fields | 'off'>;

export const RULE_NAMES = Object.keys(RULE_SHAPES) as RuleName[];

/** What holds when later layers speak over earlier ones, field by field. `off` forgets the fields said before it. */
export function mergeLayers(layers: readonly SideLayer[]): Merged {
  const mergeRule = (name: RuleName): [RuleName, Fields | 'off'] => [
    name,
    layers.reduce<Fields | 'off'>((before, layer) => mergeOne(name, before, layer[name]), BUILT_IN[name]),
  ];
  return Object.fromEntries(RULE_NAMES.map(mergeRule)) as Merged;
}

function mergeOne(name: RuleName, before: Fields | 'off', said: Fields | 'off' | undefined): Fields | 'off' {
  if (said === undefined) return before;
  if (said === 'off') return 'off';
  return { ...(before === 'off' ? builtInFields(name) : before), ...said };
}

const builtInFields = (name: RuleName): Fields => {
  const fields: Fields | 'off' = BUILT_IN[name];
  return fields === 'off' ? {} : fields;
};
