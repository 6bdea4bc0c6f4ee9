import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Somebody else listens there, or may not be joined. The message is for the person at the keyboard. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(port: number, cause: Error) {
    super(
      `Port ${port} of 127.0.0.1 cannot be used (${cause.message}): stop what runs there, another "closeproof dev" perhaps, or choose another port.`,
      { cause },
    );
  }
}

/** The port asked for, or with 0 any; free on the loopback interface at this moment, or a rejection with `PortTaken`. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => reject(new PortTaken(wanted, cause)));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
