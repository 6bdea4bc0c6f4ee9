/** Longer, and waiting here is worth less than coming back. */
const LENGTH_MAX = 500;

interface Waiting {
  urgency: number;
  arrival: number;
  end: (letIn: boolean) => void;
}

/** A short queue: by urgency, the smallest number first, then by arrival. Bounded, and nobody stays past their deadline. */
export class WaitingLine {
  private readonly line: Waiting[] = [];
  private arrivals = 0;

  get length(): number {
    return this.line.length;
  }

  /** True once let in, and `take` has been called then and there; false when the time is over, or at once when the line is full. */
  enter(urgency: number, patienceMs: number, take: () => void): Promise<boolean> {
    if (this.line.length >= LENGTH_MAX || patienceMs <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (letIn: boolean): void => {
        clearTimeout(timer);
        if (letIn) take();
        resolve(letIn);
      };
      const waiting: Waiting = { urgency, arrival: (this.arrivals += 1), end };
      const timer = setTimeout(() => this.leave(waiting), patienceMs);
      this.insert(waiting);
    });
  }

  /** Lets in the most urgent one, if there is anyone. */
  letIn(): void {
    this.line.shift()?.end(true);
  }

  private insert(waiting: Waiting): void {
    const place = this.line.findIndex((other) => isBefore(waiting, other));
    this.line.splice(place === -1 ? this.line.length : place, 0, waiting);
  }

  private leave(waiting: Waiting): void {
    this.line.splice(this.line.indexOf(waiting), 1);
    waiting.end(false);
  }
}

const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.urgency < other.urgency || (one.urgency === other.urgency && one.arrival < other.arrival);
