/** Look-ups may lag by at most this long, so older versions can go. */
export const VISIBILITY_DELAY_MAX_MS = 60_000;

/** Versions of one thing, oldest first, so that a lagging look-up can be answered with what was true a moment ago. */
export class History<T extends { readonly updatedAt: number }> {
  #versions: { readonly value: T; readonly visibleFrom: number }[] = [];

  /** A thing put there by hand was always there; a thing that happened is visible from when it happened. */
  static established<T extends { readonly updatedAt: number }>(value: T): History<T> {
    return new History<T>().#push(value, -Infinity);
  }

  static begun<T extends { readonly updatedAt: number }>(value: T): History<T> {
    return new History<T>().#push(value, value.updatedAt);
  }

  get latest(): T {
    return this.#versions[this.#versions.length - 1]!.value;
  }

  /** The version of that moment; undefined when there was none yet. */
  asOf(moment: number): T | undefined {
    return this.#versions.findLast((version) => version.visibleFrom <= moment)?.value;
  }

  add(value: T): T {
    this.#push(value, value.updatedAt);
    return value;
  }

  #push(value: T, visibleFrom: number): this {
    this.#versions.push({ value, visibleFrom });
    while (this.#versions.length > 1 && this.#versions[1]!.visibleFrom < value.updatedAt - VISIBILITY_DELAY_MAX_MS)
      this.#versions.shift();
    return this;
  }
}
