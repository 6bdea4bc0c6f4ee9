/** One thing a close's history says, decoded: what Temporal wrote down, without Temporal's words for it. */
export type Recorded =
  | { kind: 'started'; eventId: number; atMs: number; input: unknown }
  | { kind: 'signalled'; eventId: number; atMs: number; name: string; input: unknown }
  | { kind: 'localActivity'; eventId: number; atMs: number; name: string; result: unknown }
  | { kind: 'scheduled'; eventId: number; atMs: number; name: string; input: unknown[] }
  | { kind: 'completed'; eventId: number; atMs: number; name: string; scheduledEventId: number; result: unknown }
  | { kind: 'failed'; eventId: number; atMs: number; name: string; scheduledEventId: number; because: string }
  | { kind: 'cancelRequested'; eventId: number; atMs: number }
  | { kind: 'finished'; eventId: number; atMs: number; result: unknown };
