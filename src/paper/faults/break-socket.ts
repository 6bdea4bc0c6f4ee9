import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Reply } from '../server/reply';
import { bodyOf } from './break-reply';
import type { Fault, FaultKind } from './fault';
import { JUNK, onTheWire } from './wire';

type Break = (socket: Socket, response: ServerResponse, fault: Fault, reply: Reply) => void;

/** Destroyed a moment later, so that what was written reaches the client before the end does. */
const PARTING_MS = 5;

const endSoon = (socket: Socket) => (): void => void setTimeout(() => socket.destroy(), PARTING_MS);

const wholeBody = (fault: Fault, reply: Reply): string => reply.body || bodyOf(fault, '{"orderId":0,"status":"NEW"}');

const sendHalf = (response: ServerResponse, fault: Fault, reply: Reply, then: () => void): void => {
  const whole = wholeBody(fault, reply);
  response.writeHead(fault.status ?? reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(whole) });
  response.write(whole.slice(0, Math.ceil(whole.length / 2)), then);
};

const stall: Break = (_socket, response, fault, reply) => {
  if (fault.status !== undefined) sendHalf(response, fault, reply, () => undefined);
};

const cut: Break = (socket, response, fault, reply) => {
  if (fault.atByte === undefined) return sendHalf(response, fault, reply, endSoon(socket));
  const whole = onTheWire({ ...reply, status: fault.status ?? reply.status, body: wholeBody(fault, reply) });
  socket.write(whole.subarray(0, fault.atByte), endSoon(socket));
};

const junk: Break = (socket, response, fault, reply) => {
  if (fault.status === undefined) return void socket.write(JUNK, endSoon(socket));
  response.writeHead(fault.status, { ...reply.headers, 'content-length': JUNK.length });
  response.end(JUNK);
};

/** Kinds that leave the client without an answer. A paused socket does not even see its client go. */
const BREAKS: Partial<Record<FaultKind, Break>> = {
  drop: (socket) => void socket.destroy(),
  reset: (socket) => void socket.resetAndDestroy(),
  halfOpen: (socket) => void socket.pause(),
  stall,
  cut,
  junk,
};

export const leavesNoAnswer = (fault: Fault): boolean => BREAKS[fault.kind] !== undefined;

export const breakSocket = (fault: Fault, response: ServerResponse, reply: Reply): void => {
  if (response.socket) BREAKS[fault.kind]?.(response.socket, response, fault, reply);
};
