import type { RawData, WebSocket } from 'ws';
import { ENDPOINTS } from '../../engine/endpoints';
import { Refusal, refusal } from '../../engine/refusal';
import { isWait } from '../../faults/fault';
import type { Fault } from '../../faults/fault';
import type { RequestLine } from '../audit';
import { carryOut, noteSent, outlast, takeFault } from '../carry-out';
import { jsonReply, refusalReply } from '../reply';
import type { Reply } from '../reply';
import { Connection } from '../sockets/connection';
import type { Venue } from '../venue';
import { apiAnswer } from './api-answer';
import { ApiSession } from './api-session';
import { breakAnswer } from './break-answer';
import { asRequest, readMessage } from './message';
import type { ApiMessage } from './message';
import { API_METHODS, isSessionMethod, routeOf } from './methods';

const UNREADABLE = refusalReply(new Refusal(-1000, 'Invalid request.', 400));

const isEnd = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'AbortError';

const orRefusal = (answer: () => unknown): Reply => {
  try {
    return jsonReply(answer());
  } catch (thrown) {
    if (thrown instanceof Refusal) return refusalReply(thrown);
    throw thrown;
  }
};

/** A client of the WebSocket order API: the same engine, limits, faults and audit as over HTTP. */
export class ApiClient extends Connection {
  readonly #session: ApiSession;
  readonly #ended = new AbortController();

  constructor(
    socket: WebSocket,
    readonly venue: Venue,
    returnRateLimits: boolean,
  ) {
    super(socket, venue.now());
    this.#session = new ApiSession(venue.now(), returnRateLimits);
    socket.on('close', () => this.#ended.abort());
    socket.on('message', (data) => this.#hear(data));
  }

  #hear(data: RawData): void {
    this.#serve((data as Buffer).toString('utf8')).catch((thrown: unknown) => {
      // A defect of the judge itself must be seen, not smoothed over.
      if (!isEnd(thrown))
        this.send(JSON.stringify({ defect: thrown instanceof Error ? thrown.stack : String(thrown) }));
    });
  }

  async #serve(text: string): Promise<void> {
    const message = readMessage(text);
    if (!message) return this.send(this.#answer(UNREADABLE, undefined));
    const { method, params } = message;
    const { apiKey: _apiKey, ...shown } = params;
    const line = this.venue.audit.request({ at: this.venue.now(), method: 'WS', path: method, params: shown });
    const call = { route: routeOf(method), params };
    const before = takeFault(this.venue, 'before', call, line);
    if (before && (await this.#isStopped(before, message, line, ''))) return;
    const reply = this.#carryOut(message, line);
    const after = takeFault(this.venue, 'after', call, line);
    if (after && (await this.#isStopped(after, message, line, this.#answer(reply, message)))) return;
    // A swallowed call: the client is left waiting.
    if (reply.isSilent) return;
    noteSent(line, reply);
    this.send(this.#answer(reply, message));
  }

  /** True when the fault has ended the call. */
  async #isStopped(fault: Fault, message: ApiMessage, line: RequestLine, answer: string): Promise<boolean> {
    if (isWait(fault)) return !(await outlast(this.venue, fault, this.#ended.signal));
    line.broken = fault.kind;
    breakAnswer(fault, this.socket, message.id, answer);
    return true;
  }

  #carryOut(message: ApiMessage, line: RequestLine): Reply {
    const { method } = message;
    if (isSessionMethod(method)) return this.#carryOutHere(message, line);
    const route = API_METHODS[method];
    if (route === undefined) return refusalReply(refusal('-5000', method, 'WS'));
    return carryOut(this.venue, asRequest(message, route, this.#session.identity(message)), line);
  }

  #carryOutHere(message: ApiMessage, line: RequestLine): Reply {
    const { method } = message;
    const reply = orRefusal(() => isSessionMethod(method) && this.#session.answer(method, message, this.venue.now()));
    line.executed = reply.code === undefined;
    return reply;
  }

  #answer(reply: Reply, message: ApiMessage | undefined): string {
    return apiAnswer(reply, {
      id: message?.id ?? null,
      usage: this.venue.limits.usage(this.venue.now()),
      isOrder: ENDPOINTS[API_METHODS[message?.method ?? ''] ?? '']?.isOrder ?? false,
      showsLimits: message?.wantsLimits ?? this.#session.returnRateLimits,
    });
  }
}
