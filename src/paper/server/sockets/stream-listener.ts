import type { RawData, WebSocket } from 'ws';
import type { Subscriber } from '../../streams/subscriber';
import type { Venue } from '../venue';
import { Connection } from './connection';
import { obeyCommand } from './stream-command';
import type { StreamPath } from './stream-path';

/** Source: "Websocket Limits" in the documentation. */
const MESSAGES_PER_SECOND_MAX = 10;
const POLICY_VIOLATION = 1008;

export const textOf = (data: RawData): string => (data as Buffer).toString('utf8');

/** A client that listens to streams, and may change which. */
export class StreamListener extends Connection implements Subscriber {
  readonly names: Set<string>;
  combined: boolean;
  readonly #events: ReadonlySet<string> | undefined;
  #second = 0;
  #heard = 0;

  constructor(
    socket: WebSocket,
    readonly venue: Venue,
    path: StreamPath,
  ) {
    super(socket, venue.now());
    this.names = new Set(path.names);
    this.combined = path.combined;
    this.#events = path.events;
    socket.on('message', (data) => this.#obey(textOf(data)));
  }

  push(name: string, type: string, text: string): void {
    if (this.#events && !this.#events.has(type)) return;
    this.send(this.combined ? `{"stream":${JSON.stringify(name)},"data":${text}}` : text);
  }

  #obey(text: string): void {
    if (this.#isTooMuch()) return this.socket.close(POLICY_VIOLATION, 'Too many requests');
    const answer = obeyCommand(this, text);
    this.venue.streams.followListeners();
    this.send(JSON.stringify(answer));
    this.venue.catchUp();
  }

  #isTooMuch(): boolean {
    const second = Math.floor(this.venue.now() / 1000);
    this.#heard = second === this.#second ? this.#heard + 1 : 1;
    this.#second = second;
    return this.#heard > MESSAGES_PER_SECOND_MAX && this.venue.world.settings.limits === 'on';
  }
}
