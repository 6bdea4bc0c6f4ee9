import { destination, pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

// Whatever carries a key or a token by one of these names is struck out, wherever it stands in a line.
const SECRETS = ['apiKey', 'secret', 'token', 'signature', 'authorization', 'password'];
const PATHS = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** JSON lines on standard error, or where told: standard output belongs to a command's answer. */
export const createLogger = (level: string, stream: DestinationStream = destination(2)): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...PATHS, 'headers["x-mbx-apikey"]', 'headers["X-MBX-APIKEY"]'], censor: '[redacted]' },
    },
    stream,
  );
