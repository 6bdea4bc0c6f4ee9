import type { Instant } from '../exit-decision';

/** What the dead man's switch does when no monitor is heard any more. */
export const DEAD_MAN_MODES = ['alert', 'flatten'] as const;
export type DeadManMode = (typeof DEAD_MAN_MODES)[number];

/**
 * `waiting`: armed, and no monitor has been heard since. `watching`: heartbeats come. `silent`: they do not, and an operator was
 * called. `flattening`: they do not, and everything was asked to go. `left`: the last monitor stopped cleanly, which disarms
 * until one is heard again. `disarmed`: by an operator's word, until an operator arms again.
 */
export type DeadManPhase = 'waiting' | 'watching' | 'silent' | 'flattening' | 'left' | 'disarmed';

export interface DeadManSettings {
  mode: DeadManMode;
  /** Silence longer than this is acted on. */
  timeoutMs: number;
}

/** Sent by a monitor that judges positions now. One that is blind sends none. */
export interface Heartbeat extends DeadManSettings {
  /** Names one run of one process: 'vps-1/4711/9f3a'. */
  monitor: string;
  /** Counts from 1: what comes late tells nothing new. */
  sequence: number;
  /** By the monitor's clock: shown, and never judged by. */
  sentAt: Instant;
  /** When the next one is due. */
  everyMs: number;
  /** How many positions it watches. */
  positions: number;
}

/** A monitor's clean stop. */
export interface Leave {
  monitor: string;
  reason: string;
}

/** What is given holds against the settings of the monitors, until an operator arms again. */
export interface Arm extends Partial<DeadManSettings> {
  operator: string;
  reason: string;
}

export interface Disarm {
  operator: string;
  reason: string;
}

/** A heartbeat, and when it came by Temporal's clock, ms. */
export interface Heard extends Heartbeat {
  atMs: number;
}

/** Who said it, why, and when by Temporal's clock, ms. */
export interface Word {
  by: string;
  because: string;
  atMs: number;
}

/** All that the switch knows; it is carried from history to history. */
export interface DeadManState {
  account: string;
  phase: DeadManPhase;
  /** What brought it into this phase. */
  last: Word;
  /** Who armed it. */
  armed: Word | null;
  pinned: Partial<DeadManSettings>;
  lastHeard: Heard | null;
  /** The newest heartbeat of each monitor, the newest last. */
  monitors: Heard[];
  /** Monitors that said goodbye: a heartbeat of theirs that was under way must not arm again. */
  departed: string[];
  /** Silence counts from here, ms: the last heartbeat, or when one could be heard again. */
  countFromMs: number;
  /** Since when one more heartbeat is waited for before anything is done, ms; null: none is overdue. */
  callFromMs: number | null;
  /** How often in this silence the switch was itself away when it should have looked. */
  lateWakes: number;
  /** Since the switch was first started. */
  heartbeats: number;
}

export type Severity = 'error' | 'warn' | 'info';

/** One message per change, for operators. */
export interface DeadManNotice {
  account: string;
  /** Ends the marker in the log: DEAD MAN SILENT. */
  kind: 'SILENT' | 'FLATTENING' | 'RECOVERED' | 'ARMED' | 'DISARMED';
  severity: Severity;
  sentence: string;
  /** Also to the webhook. */
  posted: boolean;
}

/** What the workflow is to do about it. */
export type DeadManAct = { kind: 'tell'; notice: DeadManNotice } | { kind: 'flatten'; note: string };

export interface Stepped {
  state: DeadManState;
  acts: DeadManAct[];
}

export const newSwitch = (account: string, nowMs: number): DeadManState => ({
  ...{
    account,
    phase: 'waiting',
    last: { by: 'its start', because: 'nobody was heard yet', atMs: nowMs },
    armed: null,
  },
  ...{ pinned: {}, lastHeard: null, monitors: [], departed: [] },
  ...{ countFromMs: nowMs, callFromMs: null, lateWakes: 0, heartbeats: 0 },
});
