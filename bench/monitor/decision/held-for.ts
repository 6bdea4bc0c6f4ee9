/** The longest that nobody else had a turn while this work was done, ms. */
export async function heldFor(work: () => unknown): Promise<number> {
  let [longest, lastTurnAt, isOver] = [0, performance.now(), false];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - lastTurnAt);
    lastTurnAt = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}
