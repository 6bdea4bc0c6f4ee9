import type { Logger } from 'pino';
import type { App } from '../http/app';
import type { MonitorPort } from '../http/monitor-port';
import type { BoardStream } from './board-stream';
import { SAMPLE_EVERY_MS } from './price-trails';
import type { PriceTrails } from './price-trails';

/** Between two looks at the monitor, ms: prices come once a second, steps of a close faster. */
const TICK_MS = 500;

interface Kept {
  port: MonitorPort;
  trails: PriceTrails;
  stream: BoardStream;
  logger: Logger;
}

/** Ticks the stream and samples the prices for as long as the service runs. */
export function keepTime(app: App, { port, trails, stream, logger }: Kept): void {
  const sample = (): void => {
    trails.sample(port.positions());
    stream.noteSample();
  };
  const timers = [every(TICK_MS, logger, () => stream.tick()), every(SAMPLE_EVERY_MS, logger, sample)];
  // Before the sockets are cut, so that no frame is written into one.
  app.addHook('preClose', (done) => {
    timers.forEach(clearInterval);
    stream.end();
    done();
  });
}

/** The board is a window: what goes wrong in drawing it must not take the monitor down. */
const every = (ms: number, logger: Logger, act: () => void): NodeJS.Timeout =>
  setInterval(() => {
    try {
      act();
    } catch (error) {
      logger.error({ err: error }, 'BOARD FAILED');
    }
  }, ms).unref();
