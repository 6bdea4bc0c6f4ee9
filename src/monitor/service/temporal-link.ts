import type { Logger } from 'pino';
import type { ClientPorts } from '../../client/ports';
import { askWithin } from '../trigger/ask-within';
import type { HealthView } from '../views';

export interface TemporalPlan {
  address: string;
  logger: Logger;
  /** Connects once; rejects where no server answers. */
  connect: () => Promise<Connected>;
  /** It answers, for the first time or again. */
  onBack: () => void;
}

export interface Connected {
  ports: ClientPorts;
  disconnect: () => Promise<void>;
}

const PROBE_EVERY_MS = 1_000;
const PROBE_WITHIN_MS = 2_000;

/** The way to Temporal: made in the background, asked every second whether it holds, and missed by nobody who can go on without. */
export class TemporalLink {
  private connecting: Promise<Connected> | null = null;
  private connected: Connected | null = null;
  private reachable = false;
  private because: string | null = 'not connected yet';
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly plan: TemporalPlan) {}

  start(): void {
    void this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.reachable = false;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.connected?.disconnect();
  }

  /** Null while it does not answer: nobody should wait for it then. */
  ports(): ClientPorts | null {
    return this.reachable ? (this.connected?.ports ?? null) : null;
  }

  status(): HealthView['temporal'] {
    const { reachable, because, plan } = this;
    return { reachable, address: plan.address, ...(because === null ? {} : { detail: because }) };
  }

  private async look(): Promise<void> {
    try {
      const { ports } = await this.connect();
      await probe(ports);
      this.note(null);
    } catch (error) {
      this.note((error as Error).message);
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.look(), PROBE_EVERY_MS).unref();
  }

  private async connect(): Promise<Connected> {
    if (this.connected !== null) return this.connected;
    this.connecting ??= this.plan.connect();
    try {
      this.connected = await this.connecting;
    } finally {
      this.connecting = null;
    }
    // Nobody else will: the link was stopped while the connection was made.
    if (this.stopped) await this.connected.disconnect();
    return this.connected;
  }

  private note(because: string | null): void {
    if (this.stopped) return;
    const was = this.reachable;
    this.reachable = because === null;
    this.because = because;
    if (this.reachable === was) return;
    const { logger, address } = this.plan;
    if (because !== null) return void logger.error({ address, because }, 'TEMPORAL AWAY: exits wait for it');
    logger.info({ address }, 'TEMPORAL ANSWERS');
    this.plan.onBack();
  }
}

/** Of the namespace: a server that does not have it takes no close. */
const probe = (ports: ClientPorts): Promise<unknown> =>
  askWithin(ports, PROBE_WITHIN_MS, () =>
    ports.client.workflowService.describeNamespace({ namespace: ports.namespace }),
  );
