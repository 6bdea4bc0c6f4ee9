import type { Fault, FaultMoment } from './fault';

interface Planned {
  readonly fault: Fault;
  left: number;
}

const matches = (fault: Fault, params: Readonly<Record<string, string>>): boolean =>
  Object.entries(fault.match).every(([name, value]) => params[name] === value);

/** The faults that are waiting for their request, oldest first. */
export class FaultPlan {
  #planned: Planned[] = [];
  #count = 0;

  add(fault: Omit<Fault, 'id'>): Fault {
    const numbered = { id: `fault-${(this.#count += 1)}`, ...fault };
    this.#planned.push({ fault: numbered, left: fault.times });
    return numbered;
  }

  /** The fault for this request at this moment, if any; taking it uses it up by one. */
  take(when: FaultMoment, route: string, params: Readonly<Record<string, string>>): Fault | undefined {
    if (this.#planned.length === 0) return undefined;
    const hit = this.#planned.find(
      ({ fault }) => fault.when === when && fault.route === route && matches(fault, params),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left === 0) this.#planned = this.#planned.filter((planned) => planned !== hit);
    return hit.fault;
  }

  clear(): void {
    this.#planned = [];
  }

  list(): (Fault & { readonly left: number })[] {
    return this.#planned.map(({ fault, left }) => ({ ...fault, left }));
  }
}
