/** Shorter work needs no words. */
const FIRST_AFTER_MS = 2_000;

/** A person at a terminal sees one line that counts; elsewhere a line now and then shows that it lives. */
export function showProgress() {
  const { isTTY } = process.stderr;
  const everyMs = isTTY ? 200 : 10_000;
  let nextMs = Date.now() + FIRST_AFTER_MS;
  let shown = false;
  return {
    show: (done: number, total: number): void => {
      if (Date.now() < nextMs) return;
      nextMs = Date.now() + everyMs;
      shown = true;
      process.stderr.write(`${isTTY ? '\r' : ''}closeproof: ${done} of ${total} verified${isTTY ? '' : '\n'}`);
    },
    end: (): void => void (shown && isTTY && process.stderr.write('\r\u001b[K')),
  };
}
