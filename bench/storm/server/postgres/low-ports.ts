import { freePort } from '../../../../src/temporal/free-port';

/** Temporal keeps a service's port in PostgreSQL as a smallint, so what the system gives away, from 32768 on, does not fit. */
const FIRST = 20_000;
const LAST = 32_767;

/** So many different free ports that Temporal can keep. */
export async function lowPorts(count: number, chance: () => number = Math.random): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const wanted = FIRST + Math.floor(chance() * (LAST - FIRST + 1));
    const port = await freePort(wanted).catch(() => null);
    if (port !== null) ports.add(port);
  }
  return [...ports];
}
