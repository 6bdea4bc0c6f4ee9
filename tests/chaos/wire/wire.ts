import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Gate } from './gate';
import { Line } from './line';
import type { Break } from './breaks';

/** A stretch of network that can be broken: a TCP proxy on the loopback interface that reads nothing but first lines. */
export interface Wire {
  readonly address: string;
  /** Bytes from the client, and bytes to it. Each may be held, let go, or thrown away. */
  readonly there: Gate;
  readonly back: Gate;
  /** What happens to the next connection that carries this request. */
  breakNext(request: string, fault: Break): Promise<void>;
  /** Nobody answers here: connections are refused until `accept`. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  stop(): Promise<void>;
}

interface Trap {
  request: string;
  fault: Break;
  sprung: () => void;
}

export async function startWire(target: string): Promise<Wire> {
  const [host = '', port = ''] = target.split(':');
  const lines = new Set<Line>();
  const traps: Trap[] = [];
  const [there, back] = [new Gate(), new Gate()];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client: Socket) => {
    const venue = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true });
    const line = new Line(client, venue, { there, back }, (first) => spring(traps, first));
    lines.add(line);
    line.whenOver(() => lines.delete(line));
  });
  const listen = async (at: number) => void (server.listen(at, '127.0.0.1'), await once(server, 'listening'));
  const refuse = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const line of lines) line.cut();
    for (const gate of [there, back]) gate.openEmpty();
    await closed;
  };
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${own}`,
    there,
    back,
    breakNext: (request, fault) => new Promise((sprung) => traps.push({ request, fault, sprung })),
    refuse,
    accept: () => listen(own),
    stop: () => (server.listening ? refuse() : Promise.resolve()),
  };
}

function spring(traps: Trap[], firstBytes: string): Break | undefined {
  const index = traps.findIndex(
    ({ request }) => firstBytes.startsWith(request) && /^[? ]/.test(firstBytes.slice(request.length)),
  );
  const [trap] = index < 0 ? [] : traps.splice(index, 1);
  trap?.sprung();
  return trap?.fault;
}
