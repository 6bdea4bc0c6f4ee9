import type { LogLevel, LogMetadata, Logger as TemporalLogger } from '@temporalio/worker';
import type { Logger } from 'pino';

/** Temporal's own lines through our pino. The SDK says (message, fields) where pino says (fields, message). */
export function temporalLogger(logger: Logger): TemporalLogger {
  const at = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => (message: string, fields?: LogMetadata) =>
    logger[level](fields ?? {}, message);
  const [trace, debug, info, warn, error] = [at('trace'), at('debug'), at('info'), at('warn'), at('error')];
  const byLevel: Record<LogLevel, typeof info> = { TRACE: trace, DEBUG: debug, INFO: info, WARN: warn, ERROR: error };
  return { log: (level, message, fields) => byLevel[level](message, fields), trace, debug, info, warn, error };
}
