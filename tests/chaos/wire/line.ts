import type { Socket } from 'node:net';
import type { Break } from './breaks';
import type { Gate } from './gate';

type Bytes = (chunk: Buffer) => void;

/** What becomes of bytes in each direction of one connection. */
export interface Traffic {
  there: Bytes;
  back: Bytes;
  /** The client has sent all it will ever send. */
  thereEnds: () => void;
}

const ignore = (): void => undefined;

/** One connection through a wire: bytes pass on, until a fault says otherwise. */
export class Line {
  private readonly traffic: Traffic = {
    there: (chunk) => this.toVenue(chunk),
    back: (chunk) => this.toClient(chunk),
    thereEnds: () => this.endToVenue(),
  };

  constructor(
    private readonly client: Socket,
    private readonly venue: Socket,
    gates: { there: Gate; back: Gate },
    faultFor: (firstBytes: string) => Break | undefined,
  ) {
    client.on('data', (chunk: Buffer) => {
      const fault = faultFor(chunk.toString('latin1', 0, 100));
      if (fault !== undefined) Object.assign(this.traffic, fault(this));
      gates.there.pass(() => this.traffic.there(chunk));
    });
    venue.on('data', (chunk: Buffer) => gates.back.pass(() => this.traffic.back(chunk)));
    // A client that dies does not take back what it has sent: its end comes after its bytes.
    for (const gone of ['end', 'error'] as const) {
      client.on(gone, () => gates.there.pass(() => this.traffic.thereEnds()));
      venue.on(gone, () => gates.back.pass(() => client.end()));
    }
  }

  toVenue(chunk: Buffer): void {
    if (this.venue.writable) this.venue.write(chunk, ignore);
  }

  endToVenue(): void {
    this.venue.end();
  }

  toClient(chunk: Buffer): void {
    if (this.client.writable) this.client.write(chunk, ignore);
  }

  cut(): void {
    this.client.destroy();
    this.venue.destroy();
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.venue.destroy();
  }

  whenOver(tell: () => void): void {
    this.client.once('close', tell);
  }
}
