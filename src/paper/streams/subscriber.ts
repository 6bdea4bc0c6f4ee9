/** One connected listener, as the streams see it. */
export interface Subscriber {
  /** What it listens to. The user's own stream goes by its listen key. */
  readonly names: ReadonlySet<string>;
  /** `text` is the event as JSON, written once for everybody. */
  push(name: string, type: string, text: string): void;
}

/** What goes out: an object with its type in `e`, or a list of them. */
export type StreamEvent = { readonly e: string; readonly E?: number } | readonly { readonly e: string }[];

export const typeOf = (event: StreamEvent): string => ('e' in event ? event.e : (event[0]?.e ?? ''));
