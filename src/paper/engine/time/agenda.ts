export interface Appointment {
  readonly at: number;
  readonly run: () => void;
}

/** What will happen by itself, soonest first; what is due at the same moment keeps the order it was planned in. */
export class Agenda {
  readonly #appointments: Appointment[] = [];

  plan(at: number, run: () => void): Appointment {
    const appointment = { at, run };
    this.#appointments.splice(this.#placeFor(at), 0, appointment);
    return appointment;
  }

  cancel(appointment: Appointment): void {
    const index = this.#appointments.indexOf(appointment);
    if (index >= 0) this.#appointments.splice(index, 1);
  }

  /** Takes out the next one that is due by `now`. */
  takeDue(now: number): Appointment | undefined {
    const next = this.#appointments[0];
    return next && next.at <= now ? this.#appointments.shift() : undefined;
  }

  #placeFor(at: number): number {
    let [low, high] = [0, this.#appointments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#appointments[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
