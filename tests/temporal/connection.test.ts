import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { connectClient, TemporalUnreachable } from '../../src/temporal/connection';
import { freePort } from '../../src/temporal/free-port';
import { parseAddress } from '../../src/temporal/probe-port';

const failure = async (address: string): Promise<TemporalUnreachable> => {
  const error: unknown = await connectClient({ address, namespace: 'default' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TemporalUnreachable);
  return error as TemporalUnreachable;
};

describe('a server that cannot be reached', () => {
  test('is named with the remedy, at once when the port refuses', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const started = Date.now();
    const { message } = await failure(address);
    expect(Date.now() - started).toBeLessThan(1_000);
    expect(message).toBe(
      `No Temporal server answers at ${address} (ECONNREFUSED): start one with "closeproof dev", or set TEMPORAL_ADDRESS.`,
    );
  });

  test('is not waited for when something else listens there and says nothing', async () => {
    const sockets: Socket[] = [];
    const mute = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    expect((await failure(`127.0.0.1:${port}`)).message).toContain('something listens there, but not Temporal');
    sockets.forEach((socket) => socket.destroy());
    mute.close();
  }, 10_000);

  test('is the answer to an address that is none', async () => {
    expect((await failure('a:b:c')).message).toContain('the address is not host:port');
  });
});

test.each([
  ['temporal.test:7244', 'temporal.test', 7244],
  ['temporal.test', 'temporal.test', 7233],
  ['[::1]:7233', '::1', 7233],
])('%s is an address', (address, host, port) => {
  expect(parseAddress(address)).toEqual({ host, port });
});
