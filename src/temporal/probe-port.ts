import { connect } from 'node:net';

const DEFAULT_PORT = 7233;

/** Resolves when something listens at `host:port`; rejects at once when refused, where gRPC would keep trying. */
export function probePort(address: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...parseAddress(address), timeout: timeoutMs });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => fail(new Error(`no answer within ${timeoutMs / 1000} s`)));
    socket.once('error', (error: NodeJS.ErrnoException) => fail(new Error(error.code ?? error.message)));
  });
}

export function parseAddress(address: string): { host: string; port: number } {
  const [, ipv6, name, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(address) ?? [];
  const host = ipv6 ?? name;
  if (host === undefined) throw new Error('the address is not host:port');
  return { host, port: Number(port ?? DEFAULT_PORT) };
}
