/** The rows of the venue, as far as the suite looks at them by name. */
export type Row = Readonly<Record<string, unknown>>;
export type Params = Readonly<Record<string, string>>;

/** What the suite asks of a client: the venue's own calls, in the client's own way of sending them. */
export interface Client {
  readonly name: string;
  placeOrder(params: Params): Promise<Row>;
  findOrder(params: Params): Promise<Row>;
  cancelOrder(params: Params): Promise<Row>;
  placeAlgo(params: Params): Promise<Row>;
  cancelAlgo(params: Params): Promise<Row>;
  positions(): Promise<Row[]>;
  useHedgeMode(): Promise<unknown>;
  /** The venue's code in what the client threw. */
  codeOf(thrown: unknown): number;
  end(): Promise<unknown>;
}
