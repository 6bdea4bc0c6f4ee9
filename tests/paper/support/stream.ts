import { WebSocket } from 'ws';

/** An event of a stream, with the fields that tests look at by name. */
export interface StreamMessage {
  readonly e?: string;
  readonly E?: number;
  readonly o?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

const PATIENCE_MS = 4000;

/** A listener that keeps what it hears, and waits for facts rather than for time. */
export class Listener {
  readonly heard: StreamMessage[] = [];
  closed: number | undefined;
  pings = 0;
  #wake: (() => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.heard.push(JSON.parse((data as Buffer).toString()) as StreamMessage);
      this.#stir();
    });
    socket.on('ping', () => {
      this.pings += 1;
      this.#stir();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.#stir();
    });
    socket.on('error', () => undefined);
  }

  static open(base: string, path: string, options: ConstructorParameters<typeof WebSocket>[2] = {}): Promise<Listener> {
    const listener = new Listener(new WebSocket(base.replace('http', 'ws') + path, options));
    return new Promise((resolve, reject) => {
      listener.socket.once('open', () => resolve(listener));
      listener.socket.once('error', reject);
    });
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends a message and gives back the answer that carries its id. */
  ask(message: { readonly id: number | string; readonly [field: string]: unknown }): Promise<StreamMessage> {
    this.send(message);
    return this.first((each) => each['id'] === message.id);
  }

  async until(isSo: () => boolean, what = 'what was waited for'): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (Date.now() > deadline)
        throw new Error(`${what} did not come; heard ${JSON.stringify(this.heard).slice(0, 2000)}`);
      await this.#stirred(deadline - Date.now());
    }
  }

  async first(wanted: (message: StreamMessage) => boolean): Promise<StreamMessage> {
    await this.until(() => this.heard.some(wanted), wanted.toString());
    return this.heard.find(wanted)!;
  }

  types(): (string | undefined)[] {
    return this.heard.map(({ e }) => e);
  }

  end(): void {
    this.socket.terminate();
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  #stirred(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(forMs, 1));
      this.#wake.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
