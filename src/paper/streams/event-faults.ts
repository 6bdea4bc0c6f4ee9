export const EVENT_FAULT_KINDS = ['drop', 'duplicate', 'delay', 'reorder'] as const;

/**
 * How to spoil events on their way out.
 * drop: never sent. duplicate: sent twice. delay: sent `ms` later on the exchange's clock. reorder: sent after the next event.
 */
export interface EventFault {
  readonly id: string;
  readonly kind: (typeof EVENT_FAULT_KINDS)[number];
  /** The event's type, such as ORDER_TRADE_UPDATE; missing for any event of the user's own stream. */
  readonly event?: string;
  readonly ms: number;
  readonly times: number;
}

export interface Outgoing {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

interface Planned {
  readonly fault: EventFault;
  left: number;
}

/** Between the feeds and the sockets: lets events through, or spoils them as planned. */
export class EventFaults {
  #planned: Planned[] = [];
  #count = 0;
  /** Each waits for the next event. */
  #overtaken: Outgoing[] = [];
  #delayed: { readonly dueAt: number; readonly outgoing: Outgoing }[] = [];

  add(fault: Omit<EventFault, 'id'>): EventFault {
    const numbered = { id: `stream-fault-${(this.#count += 1)}`, ...fault };
    this.#planned.push({ fault: numbered, left: fault.times });
    return numbered;
  }

  clear(): void {
    this.#planned = [];
  }

  list(): (EventFault & { readonly left: number })[] {
    return this.#planned.map(({ fault, left }) => ({ ...fault, left }));
  }

  /** What really goes out now that this event was meant to. */
  pass(outgoing: Outgoing, isPrivate: boolean, now: number): Outgoing[] {
    const fault = this.#take(outgoing.type, isPrivate);
    const kept = this.#spoil(outgoing, fault, now);
    if (fault?.kind === 'reorder' || kept.length === 0) return kept;
    return [...kept, ...this.#overtaken.splice(0)];
  }

  takeDue(now: number): Outgoing[] {
    const due = this.#delayed.filter(({ dueAt }) => dueAt <= now).sort((one, other) => one.dueAt - other.dueAt);
    this.#delayed = this.#delayed.filter(({ dueAt }) => dueAt > now);
    return due.map(({ outgoing }) => outgoing);
  }

  #spoil(outgoing: Outgoing, fault: EventFault | undefined, now: number): Outgoing[] {
    if (!fault) return [outgoing];
    if (fault.kind === 'duplicate') return [outgoing, outgoing];
    if (fault.kind === 'delay') this.#delayed.push({ dueAt: now + fault.ms, outgoing });
    if (fault.kind === 'reorder') this.#overtaken.push(outgoing);
    return [];
  }

  #take(type: string, isPrivate: boolean): EventFault | undefined {
    const hit = this.#planned.find(({ fault }) => (fault.event === undefined ? isPrivate : fault.event === type));
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left === 0) this.#planned = this.#planned.filter((planned) => planned !== hit);
    return hit.fault;
  }
}
