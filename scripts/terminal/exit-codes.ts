/** What a command's exit code says. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, heldOrTimedOut: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
