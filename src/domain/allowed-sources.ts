/** Sources that may ask for an exit. `operator:*` allows every source that begins with `operator:`. */
export const DEFAULT_ALLOWED_SOURCES = ['exit-monitor', 'operator:*', 'strategy:*', 'flatten', 'dead-man'] as const;

export const isAllowedSource = (allowed: readonly string[], source: string): boolean =>
  allowed.some((pattern) => (pattern.endsWith('*') ? source.startsWith(pattern.slice(0, -1)) : source === pattern));
