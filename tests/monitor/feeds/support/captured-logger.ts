import { pino } from 'pino';
import type { Logger } from 'pino';

/** A logger, and the lines it wrote. */
export function capturedLogger(): { logger: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const write = (text: string): void => void lines.push(JSON.parse(text) as Record<string, unknown>);
  return { logger: pino({ base: null }, { write }), lines };
}
