import type { CloseState } from '../../src/domain/close-state';
import type { ExitDecision } from '../../src/domain/exit-decision';
import type { Position } from '../../src/domain/position';

/** One thing that happened. The auditor judges by these lines alone, and the story of a run is made of them. */
export type Line = { readonly atMs: number } & (
  | { kind: 'position'; symbol: string; leg: string; quantity: string; entryPrice: string }
  /** The venue moved a position. Quantities are signed. */
  | {
      kind: 'execution';
      name: string;
      orderId: string;
      symbol: string;
      leg: string;
      quantity: string;
      before: string;
      after: string;
      entryPrice: string;
    }
  | { kind: 'order'; name: string; orderId: string; status: string; executed: string }
  /** A request reached the venue, and this is its true answer, whatever became of that on the way back. */
  | { kind: 'arrived'; route: string; params: Readonly<Record<string, string>>; status: number; code: string | null }
  /** An order left one of our machines. */
  | { kind: 'sent'; params: Readonly<Record<string, string>> }
  /** A worker whose word still counted learned of the positions. */
  | { kind: 'read'; sinceMs: number; positions: readonly Position[] }
  | { kind: 'scheduled'; name: string }
  | {
      kind: 'cancel';
      orderId: string;
      symbol: string;
      reducing: boolean;
      regular: boolean;
      name: string;
      price: string;
    }
  /** A conditional order of the account reached a new state at the venue. */
  | { kind: 'algo'; name: string; status: string }
  | { kind: 'asked'; decision: ExitDecision }
  /** A round's verdict was made with these in mind. */
  | { kind: 'heard'; decisionIds: readonly string[] }
  | { kind: 'stop' }
  | { kind: 'alert'; trouble: string }
  | { kind: 'start'; quantity: string; entryPrice: string }
  | { kind: 'state'; from: CloseState; to: CloseState }
  | { kind: 'ghostWatch'; name: string }
  | { kind: 'rest'; ms: number }
  | { kind: 'note'; who: string; what: string }
);

export type LineOf<K extends Line['kind']> = Extract<Line, { kind: K }>;
type WithoutTime<T> = T extends unknown ? Omit<T, 'atMs'> : never;

export class Log {
  readonly lines: Line[] = [];

  constructor(private readonly nowMs: () => number) {}

  add(line: WithoutTime<Line>, atMs = this.nowMs()): void {
    this.lines.push({ atMs, ...line });
  }

  note(who: string, what: string): void {
    this.add({ kind: 'note', who, what });
  }

  of<K extends Line['kind']>(kind: K): LineOf<K>[] {
    return this.lines.filter((line): line is LineOf<K> => line.kind === kind);
  }
}
