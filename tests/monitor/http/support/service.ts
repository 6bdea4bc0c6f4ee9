import type { FastifyInstance, InjectOptions } from 'fastify';
import { createLogger } from '../../../../src/config/logger';
import { createHttpServer } from '../../../../src/monitor/http/create-http-server';
import type { HttpSettings } from '../../../../src/monitor/http/http-settings';
import { listen } from '../../../../src/monitor/http/listen';
import type { Problem } from '../../../../src/monitor/http/problems/problem';
import { FixtureMonitor } from './fixture-monitor';

export const TOKEN = 'a-token-of-the-right-length-for-tests';

export const SETTINGS: HttpSettings = {
  host: '127.0.0.1',
  port: 0,
  manualCloseEnabled: true,
  manualCloseToken: TOKEN,
  allowedHosts: ['monitor.example'],
};

/** The service with a monitor of ours behind it, and its log as lines. */
export class Service {
  readonly app: FastifyInstance;
  readonly log: string[] = [];
  url = '';

  constructor(
    readonly monitor = new FixtureMonitor(),
    readonly settings: HttpSettings = SETTINGS,
  ) {
    const logger = createLogger('info', { write: (line) => void this.log.push(line) });
    this.app = createHttpServer(monitor, settings, logger);
  }

  async listen(): Promise<this> {
    this.url = `http://127.0.0.1:${await listen(this.app, this.settings)}`;
    return this;
  }

  async get(url: string, headers: Record<string, string> = {}) {
    return this.ask({ method: 'GET', url, headers });
  }

  /** A POST with the right token, unless the headers say otherwise. */
  async post(url: string, headers: Record<string, string> = {}, payload?: object | string) {
    return this.ask({
      method: 'POST',
      url,
      headers: { 'x-exit-token': TOKEN, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  }

  async ask(options: InjectOptions) {
    const answer = await this.app.inject({ ...options, headers: { host: 'localhost:8007', ...options.headers } });
    const isJson = String(answer.headers['content-type']).includes('json');
    const body = isJson ? answer.json<unknown>() : undefined;
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body, problem: body as Problem };
  }

  end = (): Promise<void> => this.app.close();
}
