export interface Appointment {
  readonly atMs: number;
  readonly turn: number;
  readonly run: () => void;
}

const isBefore = (one: Appointment, other: Appointment): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.turn < other.turn);

/** Appointments, soonest first; those of one moment in the order in which they were made. */
export class Heap {
  readonly #items: Appointment[] = [];

  get soonest(): Appointment | undefined {
    return this.#items[0];
  }

  push(item: Appointment): void {
    const items = this.#items;
    let at = items.length;
    for (let parent; at > 0 && isBefore(item, items[(parent = (at - 1) >> 1)]!); at = parent)
      items[at] = items[parent]!;
    items[at] = item;
  }

  pop(): Appointment | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(last);
    return first;
  }

  #sink(item: Appointment): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!)) child += 1;
      if (!isBefore(items[child]!, item)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
  }
}
