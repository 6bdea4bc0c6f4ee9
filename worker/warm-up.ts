import type { Logger } from 'pino';
import type { Exchange } from '../src/exchange/port';

/**
 * Fetches markets and clock before the first close needs them. A venue that is away keeps no worker from starting: closes
 * are then held and say so, and each of them tries again.
 */
export function warmUp(exchange: Exchange, logger: Logger): void {
  exchange.connect().then(
    () => logger.info('VENUE CONNECTED'),
    (error: Error) => logger.error({ error: error.message }, 'VENUE NOT CONNECTED: closes are held until it answers'),
  );
}
