import type { Client } from '@temporalio/client';
import type { Signer } from '../chain/signing';
import type { Replay } from '../replay-each';

/** What collecting one account's proofs needs. */
export interface CollectPlan {
  client: Client;
  namespace: string;
  account: string;
  /** The account's own folder of proofs. */
  folder: string;
  /** Null: proofs are chained and not signed. */
  signer: Signer | null;
  replay: Replay;
  /** What made the proofs: names and versions. */
  build: Record<string, string>;
}

/** One go at it. */
export interface Pass {
  /** It ends between two proofs once this is aborted. */
  signal: AbortSignal;
  /** It ends between two proofs after this long, ms, and says that there is more. */
  budgetMs: number;
  onProgress: (exported: number) => void;
}
