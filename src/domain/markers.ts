/** The four markers of the proof chain, in their order: the messages operators have always looked for. */
export const MARKERS = {
  exitPublish: 'EXIT_PUBLISH',
  marginCheckSkipped: 'MARGIN CHECK SKIPPED',
  closeExecuted: 'CLOSE_EXECUTED',
  terminalState: 'TERMINAL STATE: FILLED',
} as const;

/** The last marker in the venue's own word: FILLED, or what it was instead. */
export const terminalStateMarker = (status: string): string => `TERMINAL STATE: ${status}`;
