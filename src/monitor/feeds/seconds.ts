/** '4.2 s': a span as an operator reads it. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
