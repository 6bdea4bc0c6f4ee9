/** A repeatable number in [0, 2^32) for a seed and a name: the same world looks the same every time. FNV-1a over both. */
export const seeded = (seed: number, name: string): number => {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 16777619) >>> 0;
  return Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0;
};
