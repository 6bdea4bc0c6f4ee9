import type { Line, Traffic } from './line';

/** What a fault below HTTP does to the connection that carries a request. */
export type Break = (line: Line) => Partial<Traffic>;

const nowhere = (): void => undefined;

/** The request never arrives, and nobody says so. */
export const swallowRequest: Break = () => ({ there: nowhere, back: nowhere });

/** The venue acts and answers; the answer never arrives, and nobody says so. */
export const swallowReply: Break = () => ({ back: nowhere });

/** The connection is reset before the request has passed. */
export const resetBefore: Break = (line) => ({ there: () => line.reset() });

/** The connection ends when the answer is about to pass. */
export const dropReply: Break = (line) => ({ back: () => line.cut() });

export const cutRequestAt =
  (byte: number): Break =>
  (line) => ({ there: (chunk) => (line.toVenue(chunk.subarray(0, byte)), line.cut()) });

export const cutReplyAt =
  (byte: number): Break =>
  (line) => ({ back: (chunk) => (line.toClient(chunk.subarray(0, byte)), setImmediate(() => line.cut())) });

/** Of the last bytes of the answer, twenty are missing. */
export const cutReplyInBody: Break = (line) => ({
  back: (chunk) => (line.toClient(chunk.subarray(0, -20)), setImmediate(() => line.cut())),
});

/** The request is on its way for as long as we like, whatever becomes of its sender. */
export function delayRequest(): { fault: Break; arrive: () => void } {
  let arrive = nowhere;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  return {
    fault: (line) => ({
      there: (chunk) => void arrival.then(() => line.toVenue(chunk)),
      thereEnds: () => void arrival.then(() => line.endToVenue()),
    }),
    arrive: () => arrive(),
  };
}
