import { readHead } from '../../proof/archive/head';
import { readCollectorState } from '../../proof/collect/collector-file';
import type { ProofsView } from '../proofs-view';

/** Read at most this often, from two small files: a folder of thousands costs no more. */
const LOOK_EVERY_MS = 5_000;

const NONE: ProofsView = {
  count: 0,
  head: null,
  headAt: null,
  behind: null,
  nextDeletionAt: null,
  lastPassAt: null,
  faults: [],
};

/** How an account's proofs stand, as their collector wrote it down. Whoever asks is answered from memory, and has it read anew. */
export class ProofWatch {
  private latest: ProofsView = NONE;
  private lookedAtMs = 0;

  constructor(private readonly folder: string) {
    void this.look();
  }

  view(): ProofsView {
    if (Date.now() - this.lookedAtMs > LOOK_EVERY_MS) void this.look();
    return this.latest;
  }

  async look(): Promise<void> {
    this.lookedAtMs = Date.now();
    const [stored, state] = await Promise.all([readHead(this.folder), readCollectorState(this.folder)]);
    const head = stored.kind === 'head' ? stored.head : null;
    const unreadable = stored.kind === 'unreadable' ? [`head.json cannot be read: ${stored.because}`] : [];
    this.latest = {
      ...{ count: head?.sequence ?? 0, head: head?.sha256 ?? null, headAt: head?.at ?? null },
      ...{ behind: state?.behind ?? null, nextDeletionAt: state?.nextDeletionAt ?? null },
      lastPassAt: state?.lastPassAt ?? null,
      faults: [...unreadable, ...(state?.faults ?? []), ...(state?.lost ?? []).map(sayLost)],
    };
  }
}

const sayLost = (run: string): string => `Temporal deleted before it had a proof: ${run}`;
