import type { ProofBody, ProofFile } from '../../file/proof-file';

/** A proof as it is shown: stored and hashed, or just made and not stored anywhere. */
export type ShownProof = ProofBody & Partial<Pick<ProofFile, 'integrity'>>;
