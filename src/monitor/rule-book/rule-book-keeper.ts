import { ConfigError } from '../../config/config-error';
import type { Instant } from '../../domain/exit-decision';
import type { HealthView } from '../views';
import { loadRuleBook } from './load-rule-book';
import type { RuleBook } from './rule-book';

export type Reload = { ok: true; book: RuleBook } | { ok: false; faults: readonly string[] };

/** Holds the rules in force. A file with a fault is refused as a whole: the rules in force stay, and it says so until one is taken. */
export class RuleBookKeeper {
  private current: RuleBook;
  private loadedAt: Instant;
  private refusal: string | null = null;

  /** Throws `ConfigError` where the first file is refused: there are no rules to keep. */
  constructor(
    private readonly path: string | null,
    private readonly nowMs: () => number = Date.now,
  ) {
    this.current = loadRuleBook(path);
    this.loadedAt = this.now();
  }

  get book(): RuleBook {
    return this.current;
  }

  /** Reads the file anew. */
  reload(): Reload {
    try {
      this.current = loadRuleBook(this.path);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.refusal = `refused at ${this.now()}: ${error.message}`;
      return { ok: false, faults: error.faults };
    }
    this.loadedAt = this.now();
    this.refusal = null;
    return { ok: true, book: this.current };
  }

  status(): HealthView['rules'] {
    return { loadedAt: this.loadedAt, file: this.path, lastRefusal: this.refusal };
  }

  private now(): Instant {
    return new Date(this.nowMs()).toISOString();
  }
}
