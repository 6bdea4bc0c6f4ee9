/** A Temporal server of the bench's own, with the processes it consists of by name. */
export interface StormServer {
  readonly address: string;
  readonly pids: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}
