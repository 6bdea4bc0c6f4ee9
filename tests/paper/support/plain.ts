const PADDED = /^-?\d+\.\d*?0+$/;

/** The same thing with decimals in their shortest form, as the venue pads them by rules of its own. */
export const plain = <T>(value: T): T => {
  if (typeof value === 'string') return (PADDED.test(value) ? value.replace(/\.?0+$/, '') : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => plain(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each as unknown)])) as T;
};
