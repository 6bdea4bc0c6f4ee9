/** Does a bounded number of things at a time, in their order, and gives their results in that order. */
export async function inGroups<T, R>(items: readonly T[], size: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size)
    results.push(...(await Promise.all(items.slice(from, from + size).map(act))));
  return results;
}
