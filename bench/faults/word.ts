/**
 * What a policy says of its own close when it ends. `leftAlone`: the position has become another one. The judges hear it,
 * and believe none of it.
 */
export type Word = 'closed' | 'failed' | 'handedOver' | 'leftAlone';

/** A word and when it was said; null: an hour after the world was well it had not ended. */
export type Ending = { readonly word: Word; readonly atMs: number } | null;
