import { showDuration } from '../rules/show-duration';
import type { PositionSettings } from './position-settings';

/**
 * Settings in the words of the rule file: what is in force for one side of a symbol, every inherited value spelled out.
 * Read back as the `defaults` of a file, they are the same settings.
 */
export function renderSettings({ rules, guards }: PositionSettings): Record<string, object | 'off'> {
  const { maxHold, ...others } = rules;
  const words = Object.entries(others).map(([name, settings]) => [name, settings ?? 'off'] as const);
  return {
    ...Object.fromEntries(words),
    maxHold: maxHold === null ? 'off' : { after: showDuration(maxHold.afterMs) },
    guards: {
      staleAfter: showDuration(guards.staleAfterMs),
      jumpPercent: guards.jumpPercent,
      believeAfter: showDuration(guards.believeAfterMs),
      believeTicks: guards.believeTicks,
    },
  };
}
