/** Resolves when the process is asked to end: Ctrl-C, or a supervisor's SIGTERM. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
