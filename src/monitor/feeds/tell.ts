import type { Logger } from 'pino';

/** Calls a listener of a feed. Whatever it throws or rejects with is its own trouble: it is logged, and the feed goes on. */
export function tell(logger: Logger, what: string, listener: () => unknown): void {
  const report = (fault: unknown): void => logger.error({ err: fault }, `FEED LISTENER FAILED: ${what}`);
  try {
    const returned = listener();
    if (returned instanceof Promise) returned.catch(report);
  } catch (fault) {
    report(fault);
  }
}
