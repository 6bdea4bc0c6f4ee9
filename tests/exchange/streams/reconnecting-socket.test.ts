import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReconnectingSocket } from '../../../src/exchange/streams/reconnecting-socket';
import type { SocketPlan } from '../../../src/exchange/streams/reconnecting-socket';
import { waitFor } from '../../paper/support/wait';
import { startSocketVenue } from './socket-venue';
import type { SocketVenue } from './socket-venue';

const RULES = { silenceMs: 10_000, listensFor: 'frames', lifeMs: 60_000 } as const;

let venue: SocketVenue;
let socket: ReconnectingSocket | undefined;
let heard: string[];
let ends: string[];

const listen = (plan: Partial<SocketPlan> = {}): ReconnectingSocket => {
  heard = [];
  ends = [];
  socket = new ReconnectingSocket({
    address: () => Promise.resolve(venue.url),
    rules: RULES,
    onText: (text) => {
      heard.push(String((JSON.parse(text) as { n: number }).n));
    },
    onConnected: () => heard.push('connected'),
    onDisconnected: (because) => ends.push(because),
    ...plan,
  });
  socket.start();
  return socket;
};

const connections = (count: number) =>
  waitFor(() => heard.filter((line) => line === 'connected').length >= count, `connection ${count}`);

beforeEach(async () => {
  venue = await startSocketVenue();
});
afterEach(async () => {
  await socket?.stop();
  await venue.stop();
});

test('what the venue says is heard, in order', async () => {
  listen();
  await connections(1);
  for (const n of [1, 2, 3]) venue.say(JSON.stringify({ n }));
  await waitFor(() => heard.length === 4, 'three messages');
  expect(heard).toEqual(['connected', '1', '2', '3']);
  expect(socket?.status()).toEqual({ connected: true, reconnects: 0, unreadable: 0, because: null });
});

test('what cannot be read is counted, and the next message is heard', async () => {
  listen();
  await connections(1);
  for (const junk of ['<html>', '', '{"n":', Buffer.from([0, 255, 254])]) venue.say(junk);
  venue.say('{"n":7}');
  await waitFor(() => heard.includes('7'), 'the message after the junk');
  expect(socket?.status()).toMatchObject({ connected: true, unreadable: 4, reconnects: 0 });
});

test('a connection that ends is dialled again, and it is said why it ended', async () => {
  listen();
  await connections(1);
  venue.accepted[0]?.close(1001, '24 hours');
  await connections(2);
  venue.accepted[1]?.terminate();
  await connections(3);
  expect(ends).toEqual(['the venue ended it (1001 24 hours)', 'the venue ended it (1006)']);
  expect(socket?.status()).toMatchObject({ connected: true, reconnects: 2 });
});

test('a venue that is away is dialled until it is back', async () => {
  const port = Number(new URL(venue.url).port);
  await venue.stop();
  listen();
  await waitFor(() => ends.length >= 2, 'two failed dials');
  expect(socket?.status()).toMatchObject({ connected: false });
  expect(ends[0]).toMatch(/ECONNREFUSED/);
  venue = await startSocketVenue({ port });
  await connections(1);
  expect(socket?.status()).toMatchObject({ connected: true, reconnects: 0 });
});

test('an address that cannot be had is one more failure to connect', async () => {
  let asked = 0;
  const address = (): Promise<string> => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('no key')) : Promise.resolve(asked === 2 ? 'no address' : venue.url);
  };
  listen({ address });
  await connections(1);
  expect(ends).toEqual(['no key', expect.stringMatching(/invalid url/i)]);
});

test('a server that knows no sockets is no venue', async () => {
  const server = createServer((_, reply) => reply.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listen({ address: () => Promise.resolve(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`) });
  await waitFor(() => ends.length > 0, 'a refusal');
  expect(ends[0]).toMatch(/404/);
  server.close();
});

test('a peer that vanished without a word is noticed, since it answers no ping', async () => {
  await venue.stop();
  venue = await startSocketVenue({ deaf: true });
  listen({ rules: { ...RULES, silenceMs: 400 } });
  await connections(2);
  expect(ends[0]).toBe('nothing was heard for 400 ms');
});

test('a quiet stream that answers pings is left alone, one that should speak is not', async () => {
  listen({ rules: { ...RULES, silenceMs: 300 } });
  await connections(1);
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(ends).toEqual([]);
  await socket?.stop();
  listen({ rules: { ...RULES, silenceMs: 300, listensFor: 'messages' } });
  await connections(2);
  expect(ends).toEqual(['nothing was heard for 300 ms']);
});

test('a connection is given up before the venue’s day is over', async () => {
  listen({ rules: { ...RULES, lifeMs: 200 } });
  await connections(2);
  expect(ends[0]).toBe('it has served its time');
});

test('a venue that drops everybody it lets in is not hammered', async () => {
  const dropAll = setInterval(() => venue.accepted.forEach((each) => each.terminate()), 5);
  listen();
  await waitFor(() => ends.length >= 3, 'three drops');
  const thirdAt = performance.now();
  await waitFor(() => ends.length >= 4, 'the fourth');
  clearInterval(dropAll);
  expect(performance.now() - thirdAt).toBeGreaterThan(400);
});

test('what was stopped is not dialled again', async () => {
  listen();
  await connections(1);
  await socket?.stop();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(venue.accepted).toHaveLength(1);
  expect(socket?.status().connected).toBe(false);
});

test('it can be stopped in the middle of a pause, and of a dial', async () => {
  await venue.stop();
  listen();
  await waitFor(() => ends.length >= 3, 'a longer pause');
  const stoppedAt = performance.now();
  await socket?.stop();
  listen({ address: () => Promise.resolve('ws://10.255.255.1') });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await socket?.stop();
  expect(performance.now() - stoppedAt).toBeLessThan(1_000);
});
