import type { WebSocket } from 'ws';
import type { Fault } from '../../faults/fault';

const JUNK = '\u0000\ufffd}{';

/** Breaks one answer of the WebSocket API; the kinds mean what they mean over HTTP. */
export const breakAnswer = (fault: Fault, socket: WebSocket, id: unknown, answer: string): void => {
  const error = {
    code: fault.code ?? -1000,
    msg: fault.msg ?? 'An unknown error occurred while processing the request.',
  };
  if (fault.kind === 'drop' || fault.kind === 'reset') socket.terminate();
  if (fault.kind === 'status') socket.send(JSON.stringify({ id, status: fault.status ?? 503, error }));
  if (fault.kind === 'body') socket.send(fault.msg ?? '{}');
  if (fault.kind === 'cut') socket.send(answer.slice(0, fault.atByte ?? Math.ceil(answer.length / 2)));
  if (fault.kind === 'junk') socket.send(JUNK);
};
