import type { Field } from './field/field';
import { untilFinished } from './field/history';
import { judgeClose } from './judge/judge';
import type { Judgement } from './judge/judge';
import type { Played, Scenario } from './scenarios/scenario';

/** What became of one scenario. */
export interface Outcome {
  name: string;
  boundedBy: string;
  /** Sentences; none when the scenario held. */
  faults: string[];
  /** From things going wrong to the venue at zero: how long the position stood there unattended. */
  openMs: number | null;
  /** From everything being back to the venue at zero, and to the close finished. */
  recoveryMs: number | null;
  finishedMs: number | null;
  /** Orders that reached the venue, for all positions. */
  orders: number;
}

const RECOVERY_WITHIN_MS = 10_000;

export async function runScenario(field: Field, scenario: Scenario): Promise<Outcome> {
  const { name, boundedBy } = scenario;
  try {
    return { name, boundedBy, ...(await playAndJudge(field, scenario)) };
  } catch (error) {
    return {
      name,
      boundedBy,
      faults: [(error as Error).message],
      openMs: null,
      recoveryMs: null,
      finishedMs: null,
      orders: 0,
    };
  } finally {
    await field.clear();
  }
}

async function playAndJudge(field: Field, { play, withinMs = RECOVERY_WITHIN_MS }: Scenario) {
  const played = await play(field);
  await Promise.all(played.closes.map((close) => untilFinished(field, close)));
  const later = (await played.afterwards?.()) ?? [];
  const judgements = await Promise.all([...played.closes, ...later].map((close) => judgeClose(field, close)));
  const times = timesOf(played, judgements.slice(0, played.closes.length));
  const late = times.recoveryMs > withinMs ? [`it took ${times.recoveryMs} ms, ${withinMs} at most`] : [];
  return {
    ...times,
    faults: [...judgements.flatMap(({ faults }) => faults), ...late],
    orders: judgements.reduce((sum, { orders }) => sum + orders, 0),
  };
}

function timesOf({ brokenAtMs, mendedAtMs }: Played, judgements: readonly Judgement[]) {
  const flatAtMs = Math.max(...judgements.map((judgement) => judgement.flatAtMs));
  const finishedAtMs = Math.max(...judgements.map((judgement) => judgement.finishedAtMs));
  return {
    openMs: Math.max(0, flatAtMs - brokenAtMs),
    recoveryMs: Math.max(0, flatAtMs - mendedAtMs),
    finishedMs: Math.max(0, finishedAtMs - mendedAtMs),
  };
}
