import { Agent } from 'node:https';
import { connect } from 'node:net';
import type { NetConnectOpts, Socket } from 'node:net';

/** The official client refuses plain http and ws addresses; this agent speaks plainly behind its back, on this machine only. */
export class LoopbackAgent extends Agent {
  override createConnection(options: NetConnectOpts & { readonly port: number }): Socket {
    return connect({ port: options.port, host: '127.0.0.1' });
  }
}
