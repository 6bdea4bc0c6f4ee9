import { z } from 'zod';
import { DEAD_MAN_MODES } from './dead-man';
import type { Arm, DeadManState, DeadManSettings, Disarm, Heartbeat, Leave } from './dead-man';
import { TIMES } from '../times';

/** What may be said to the switch, and asked of it. */
export const DEAD_MAN_SIGNALS = { heartbeat: 'heartbeat', leave: 'leave', arm: 'arm', disarm: 'disarm' } as const;
export const DEAD_MAN_QUERIES = { deadManStatus: 'deadManStatus' } as const;

export type DeadManSignal = keyof typeof DEAD_MAN_SIGNALS;

/** How it is started, by whoever speaks to it first. */
export interface DeadManStart {
  /** It goes on in a fresh history after this many events; for rehearsals. */
  eventsMax?: number;
}

export interface DeadManStatus extends DeadManState, DeadManSettings {
  isArmed: boolean;
  /** One sentence for a person. */
  says: string;
  /** Messages that were not what their names promise: the newest ones. */
  refusedMessages: string[];
}

const mode = z.enum(DEAD_MAN_MODES);
const timeoutMs = z.number().int().min(TIMES.deadManTimeoutMin, `must be at least ${TIMES.deadManTimeoutMin} ms`);
const name = z.string().min(1).max(200);
const text = z.string().min(1).max(1_000);

// Fields that a newer monitor adds are passed over, not refused: a refused heartbeat would be taken for silence.
const schemas = {
  heartbeat: z.object({
    ...{ monitor: name, sequence: z.number().int(), sentAt: z.string(), everyMs: z.number().positive() },
    ...{ positions: z.number().int().min(0), mode, timeoutMs },
  }) satisfies z.ZodType<Heartbeat>,
  leave: z.object({ monitor: name, reason: text }) satisfies z.ZodType<Leave>,
  arm: z.strictObject({
    ...{ operator: name, reason: text, mode: mode.exactOptional(), timeoutMs: timeoutMs.exactOptional() },
  }) satisfies z.ZodType<Arm>,
  disarm: z.strictObject({ operator: name, reason: text }) satisfies z.ZodType<Disarm>,
};

export type DeadManMessage<Signal extends DeadManSignal> = z.infer<(typeof schemas)[Signal]>;

export type ReadMessage<Signal extends DeadManSignal> =
  { ok: true; message: DeadManMessage<Signal> } | { ok: false; because: string };

/** Anyone with a Temporal client can send a signal: what is not the message it is named for is refused by name. */
export function readMessage<Signal extends DeadManSignal>(signal: Signal, candidate: unknown): ReadMessage<Signal> {
  const parsed = schemas[signal].safeParse(candidate);
  if (parsed.success) return { ok: true, message: parsed.data as DeadManMessage<Signal> };
  const [issue] = parsed.error.issues;
  return { ok: false, because: `${signal}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not readable'}` };
}
