import { askSwitch } from '../../client/dead-man';
import { listPollers } from '../../client/list-pollers';
import type { ClientPorts } from '../../client/ports';
import type { DeadManStatus } from '../../domain/dead-man/dead-man-messages';
import { stateOf } from '../../domain/dead-man/dead-man-words';
import { askWithin } from '../trigger/ask-within';
import type { DeadManView } from './dead-man-view';
import type { HeartPlan } from './heart-plan';

const ASK_WITHIN_MS = 2_000;
const LOOK_FOR_WORKERS_EVERY_MS = 15_000;

/** What the switch says of itself, as it was asked last; and who is there to run it. */
export class SwitchView {
  private told: DeadManStatus | null = null;
  private silence = 'it has not been asked yet';
  private warning: string | null = null;
  private asking: Promise<unknown> | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly plan: Pick<HeartPlan, 'account' | 'settings' | 'logger' | 'ownWorker'>) {}

  view(): Pick<DeadManView, 'state' | 'says' | 'warning'> {
    if (this.plan.settings.mode === 'off')
      return { state: null, says: 'off: this monitor takes no part in it', warning: null };
    const { told, silence, warning } = this;
    return { state: told === null ? null : stateOf(told.phase), says: told?.says ?? silence, warning };
  }

  /** In force now; infinite where it is not known. */
  timeoutMs(): number {
    return this.told?.timeoutMs ?? Number.POSITIVE_INFINITY;
  }

  /** Asks in the background: a heartbeat never waits for an answer. */
  refresh(ports: ClientPorts): void {
    this.asking ??= Promise.all([this.ask(ports), this.lookForWorkers(ports)]).finally(() => (this.asking = null));
  }

  /** Resolves when no question is under way. */
  async settle(): Promise<void> {
    await this.asking;
  }

  private async ask(ports: ClientPorts): Promise<void> {
    try {
      this.take(await askWithin(ports, ASK_WITHIN_MS, () => askSwitch(ports, this.plan.account)));
    } catch (error) {
      // It counts heartbeats all the same, once a worker is there.
      this.told = null;
      this.silence = `heartbeats are taken, and no worker answers for it: ${(error as Error).message}`;
    }
  }

  private take(told: DeadManStatus | null): void {
    const was = this.told;
    this.told = told;
    if (told === null || (was?.phase === told.phase && was.last.atMs === told.last.atMs)) return;
    const level = told.isArmed && told.phase === 'watching' ? 'info' : 'warn';
    this.plan.logger[level]({ state: stateOf(told.phase), by: told.last.by }, `DEAD MAN: ${told.says}`);
  }

  private async lookForWorkers(ports: ClientPorts): Promise<void> {
    if (performance.now() - this.lookedAt < LOOK_FOR_WORKERS_EVERY_MS) return;
    this.lookedAt = performance.now();
    try {
      const pollers = await askWithin(ports, ASK_WITHIN_MS, () => listPollers(ports, this.plan.account));
      this.warning = pollers.every((identity) => identity === this.plan.ownWorker) ? ONLY_OURS : null;
    } catch {
      // Whether Temporal answers is told elsewhere.
    }
  }
}

const ONLY_OURS =
  'no worker but this monitor’s own: if it dies, nobody runs the switch; start closeproof worker, elsewhere';
