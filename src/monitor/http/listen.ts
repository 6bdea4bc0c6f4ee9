import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { listenFault } from './http-settings';
import type { HttpSettings } from './http-settings';

/** The service does not listen, and the message says what to change. */
export class ListenRefused extends Error {
  override readonly name = 'ListenRefused';
}

/** Listens where the settings say, unless that would be unsafe. Resolves to the port, which matters where 0 was asked. */
export async function listen(app: FastifyInstance, settings: HttpSettings): Promise<number> {
  const fault = listenFault(settings);
  if (fault !== undefined) throw new ListenRefused(fault);
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    throw explain(error, settings);
  }
  return (app.server.address() as AddressInfo).port;
}

function explain(error: unknown, { host, port }: HttpSettings): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const says: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken on ${host}: is another exit monitor running? Stop it, or set EXIT_MONITOR_PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one that it has.`,
    EACCES: `Port ${port} is not allowed to this user: set EXIT_MONITOR_PORT to one above 1023.`,
  };
  const sentence = code === undefined ? undefined : says[code];
  return sentence === undefined ? error : new ListenRefused(sentence, { cause: error });
}
