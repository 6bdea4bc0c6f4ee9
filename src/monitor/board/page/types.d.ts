/** The shapes that the service sends, for the page's scripts: see tsconfig.json in this folder. */
import type { BoardChange } from '../board-changes';
import type { FlattenView } from '../../flatten-view';
import type { CloseDetail, CloseView, HealthView, PositionView, RuleView, StepName, StepState } from '../../views';

export type {
  BoardChange,
  CloseDetail,
  CloseView,
  FlattenView,
  HealthView,
  PositionView,
  RuleView,
  StepName,
  StepState,
};

/** The first event of the stream. */
export interface WholeBoard {
  at: string;
  health: HealthView;
  positions: PositionView[];
  closes: CloseView[];
  /** Mark prices by position, oldest first. */
  trails: Record<string, number[]>;
  sampleEveryMs: number;
}

/** What all parts of the page draw from. */
export interface Board {
  health: HealthView | undefined;
  /** When it was last heard, this browser's clock, ms. */
  heardAtMs: number;
  /** What to add to this browser's clock to have the service's, ms. */
  clockSkewMs: number;
  positions: Map<string, PositionView>;
  trails: Map<string, number[]>;
  closes: Map<string, CloseView>;
}
