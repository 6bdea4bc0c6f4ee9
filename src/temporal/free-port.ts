import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The port asked for, or with 0 any; free on the loopback interface at this moment, or a rejection. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) =>
      reject(new Error(`Port ${wanted} of 127.0.0.1 cannot be used (${cause.message}).`, { cause })),
    );
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
