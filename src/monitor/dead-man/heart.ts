import { leaveSwitch, tellSwitch } from '../../client/dead-man';
import type { Heartbeat } from '../../domain/dead-man/dead-man';
import { Loop } from '../feeds/loop';
import { askWithin } from '../trigger/ask-within';
import type { DeadManView } from './dead-man-view';
import { monitorName } from './monitor-name';
import type { HeartPlan } from './heart-plan';
import { SwitchView } from './switch-view';

const BEAT_WITHIN_MS = 5_000;
const LEAVE_WITHIN_MS = 3_000;
/** Where no heartbeat could go out, it is tried again after this. */
const TRY_AGAIN_MS = 1_000;

/** Tells the dead man's switch that this monitor judges positions, four times in each timeout. Nothing waits for it. */
export class Heart {
  private readonly name = monitorName();
  private readonly loop: Loop;
  private readonly shown: SwitchView;
  private sequence = 0;
  private triedAt = Number.NEGATIVE_INFINITY;
  private takenAtMs: number | null = null;
  private trouble: string | null = 'it has not begun yet';

  constructor(private readonly plan: HeartPlan) {
    this.shown = new SwitchView(plan);
    this.loop = new Loop({
      dueInMs: () => this.triedAt + (this.trouble === null ? this.everyMs() : TRY_AGAIN_MS) - performance.now(),
      work: () => this.beat(),
      failed: (fault) => this.note((fault as Error).message),
    });
  }

  start(): void {
    if (this.plan.settings.mode !== 'off') this.loop.start();
  }

  /** A clean stop says goodbye: without, the switch would take it for a death. */
  async stop(): Promise<void> {
    await this.loop.stop();
    await this.shown.settle();
    if (this.sequence === 0) return;
    const ports = this.plan.ports();
    try {
      if (ports === null) throw new Error('Temporal does not answer');
      const leave = { monitor: this.name, reason: 'clean stop' };
      await askWithin(ports, LEAVE_WITHIN_MS, () => leaveSwitch(ports, this.plan.account, leave));
      this.plan.logger.info({ monitor: this.name }, 'DEAD MAN: this monitor has left');
    } catch (error) {
      const because = (error as Error).message;
      this.plan.logger.error(
        { because },
        'DEAD MAN: no goodbye was heard, so the switch will act unless another monitor beats',
      );
    }
  }

  view(): DeadManView {
    const { mode, timeoutMs } = this.plan.settings;
    const lastBeatAt = this.takenAtMs === null ? null : new Date(this.takenAtMs).toISOString();
    const lastBeatAgeMs = this.takenAtMs === null ? null : Math.max(0, Date.now() - this.takenAtMs);
    const trouble = mode === 'off' ? null : this.trouble;
    return { mode, timeoutMs, ...this.shown.view(), lastBeatAt, lastBeatAgeMs, trouble };
  }

  private async beat(): Promise<void> {
    this.triedAt = performance.now();
    const { account, sees } = this.plan;
    if (!sees()) return this.note('positions or their prices are not known now');
    const ports = this.plan.ports();
    if (ports === null) return this.note('Temporal does not answer');
    const heartbeat = this.next();
    await askWithin(ports, BEAT_WITHIN_MS, () => tellSwitch(ports, account, 'heartbeat', heartbeat));
    this.takenAtMs = Date.now();
    this.note(null);
    this.shown.refresh(ports);
  }

  private next(): Heartbeat {
    const { mode, timeoutMs } = this.plan.settings;
    this.sequence += 1;
    return {
      ...{ monitor: this.name, sequence: this.sequence, sentAt: new Date().toISOString(), everyMs: this.everyMs() },
      ...{ positions: this.plan.positions(), mode: mode === 'off' ? 'alert' : mode, timeoutMs },
    };
  }

  /** An operator's shorter timeout is kept up with. */
  private everyMs(): number {
    return Math.min(this.plan.settings.timeoutMs, this.shown.timeoutMs()) / 4;
  }

  private note(trouble: string | null): void {
    if (trouble === this.trouble) return;
    const { logger } = this.plan;
    if (trouble === null) logger.info({ monitor: this.name }, 'DEAD MAN: heartbeats go out');
    else logger.warn({ because: trouble }, 'DEAD MAN: no heartbeat goes out');
    this.trouble = trouble;
  }
}
