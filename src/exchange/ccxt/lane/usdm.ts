import type { binanceusdm as Binanceusdm, Dict } from 'ccxt';
import { TIMES } from '../../../domain/times';
import { readRetryAfter, readUsage } from './answer-headers';
import type { Usage } from './answer-headers';
import { binanceusdm } from './binanceusdm';
import { NoAnswer } from './no-answer';
import { AnsweredOtherwise, isAsAsked, readAnswer } from './venue-answer';
import type { VenueAnswer } from './venue-answer';
import { moveUrls } from './venue-urls';
import type { Urls } from './venue-urls';

export interface UsdmHooks {
  /** The venue's clock as best known, ms: what reads are signed with. */
  venueNowMs: () => number;
  /** Sends the request, or throws `ShutOut`. */
  pass: <T>(request: () => Promise<T>) => Promise<T>;
  /** The headers of an answer are in. `sentAtMs`: when its request left, on the venue's clock. */
  headed: (head: Head) => void;
  answered: (answer: VenueAnswer) => void;
}

export interface Head {
  status: number;
  usage: Usage;
  retryAfterMs: number | undefined;
  sentAtMs: number;
}

export interface UsdmKeys {
  apiKey: string;
  secret: string;
}

/**
 * ccxt's Binance USD-M client with two things changed. It reports what happened, not what it makes of it: an answer that is
 * not what was asked for is `AnsweredOtherwise`, everything on the way to one is `NoAnswer`. And nothing stays pending:
 * one deadline spans the connection, the headers and the body, where ccxt's own timeout ends with the headers.
 * It sends a request once. ccxt repeats only where `maxRetriesOnFailure` is set, and undici never repeats a POST.
 */
export class Usdm extends binanceusdm {
  constructor(
    keys: UsdmKeys,
    private readonly hooks: UsdmHooks,
  ) {
    super({
      ...keys,
      // Exits have no client-side queue (see LaneLimits).
      enableRateLimit: false,
      timeout: TIMES.venueRequest,
      number: String,
      // ccxt's decompression of an answer that is cut mid-body neither ends nor fails. Answers here are small.
      headers: { 'Accept-Encoding': 'identity' },
      enableLastHttpResponse: false,
      enableLastJsonResponse: false,
      enableLastResponseHeaders: false,
      options: { fetchCurrencies: false, fetchMargins: false, adjustForTimeDifference: false },
    });
  }

  /** Every URL ccxt knows, so that no call, however stray, reaches the internet. */
  moveTo(baseUrl: string): void {
    (this.urls as { api: Urls }).api = moveUrls(this.urls.api, baseUrl);
  }

  venueOrigin(): string {
    return new URL((this.urls.api as { fapiPublic: string }).fapiPublic).origin;
  }

  override nonce(): number {
    return this.hooks.venueNowMs();
  }

  /** An empty key is refused by the venue, in the venue's words. */
  override checkRequiredCredentials(): boolean {
    return true;
  }

  override getDispatcherOptions(isPlainAgent?: boolean): Dict {
    return {
      ...super.getDispatcherOptions(isPlainAgent),
      headersTimeout: TIMES.venueRequest,
      bodyTimeout: TIMES.venueRequest,
      // A venue that closes an idle socket while an order leaves on it turns a good order into an unknown one. A close reads
      // right before it sends, so the socket it sends on is always a fresh one.
      keepAliveTimeout: TIMES.venueRequest,
      keepAliveMaxTimeout: TIMES.venueRequest,
    };
  }

  override async undiciRequest(url: string, params: object): ReturnType<Binanceusdm['undiciRequest']> {
    return this.hooks.pass(() => this.sendOnce(url, params));
  }

  private async sendOnce(url: string, params: object): ReturnType<Binanceusdm['undiciRequest']> {
    const sentAtMs = this.hooks.venueNowMs();
    const signal = AbortSignal.timeout(TIMES.venueRequest);
    const response = await super.undiciRequest(url, { ...params, signal }).catch(throwNoAnswer);
    this.hooks.headed({ ...this.readHead(response), sentAtMs });
    const text = (): Promise<string> => Promise.race([response.text(), whenAborted(signal)]).catch(throwNoAnswer);
    return { ...response, text };
  }

  private readHead({ status, headers }: { status: number; headers: Dict }): Omit<Head, 'sentAtMs'> {
    const retryAfterMs = readRetryAfter(headers, '', this.hooks.venueNowMs());
    return { status, usage: readUsage(headers), retryAfterMs };
  }

  override handleErrors(
    status: number,
    _reason: string,
    _url: string,
    _method: string,
    responseHeaders: Dict,
    body: string,
    parsed: unknown,
  ): undefined {
    const answer = readAnswer(status, body, parsed);
    answer.retryAfterMs = readRetryAfter(responseHeaders, answer.message, this.hooks.venueNowMs());
    this.hooks.answered(answer);
    if (!isAsAsked(answer)) throw new AnsweredOtherwise(answer);
  }
}

/** The abort ends the body by itself, except a compressed one, which ccxt would wait for without end. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));

function throwNoAnswer(fault: unknown): never {
  throw new NoAnswer(fault);
}
