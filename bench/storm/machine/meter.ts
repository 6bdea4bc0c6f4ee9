import { cpuOf, residentMb } from './processes';

/** What processes used while it ran. */
export interface Used {
  cpuMs: number;
  /** The most that it held at any look, MB. */
  residentMb: number;
}

export interface Meter<Name extends string> {
  /** Ends the measurement. A process that was killed counts up to the last look at it. */
  stop(): Record<Name, Used>;
}

const LOOK_EVERY_MS = 250;

/** Measures named processes, with their descendants, from now on. Figures are NaN on systems without /proc. */
export function startMeter<Name extends string>(pids: Readonly<Record<Name, number>>): Meter<Name> {
  const names = Object.keys(pids) as Name[];
  const numbers = names.map((name) => pids[name]);
  const before = cpuOf(numbers);
  const used = names.map((): Used => ({ cpuMs: NaN, residentMb: NaN }));
  const look = () => {
    const now = cpuOf(numbers);
    for (const [index, one] of used.entries()) {
      const cpuMs = (now[index] ?? NaN) - (before[index] ?? NaN);
      if (!Number.isNaN(cpuMs)) one.cpuMs = cpuMs;
      one.residentMb = larger(one.residentMb, residentMb(numbers[index] ?? NaN));
    }
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return Object.fromEntries(names.map((name, index) => [name, used[index]])) as Record<Name, Used>;
    },
  };
}

const larger = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b));
