import { packageVersion } from '../src/temporal/package-version';
import { fingerprint, workflowsFingerprint } from './workflow-bundle';

/**
 * What makes proofs, as it stands in them. The same `workflows` is the same workflow code, the same `proof` the same reading of a
 * history, byte by byte.
 */
export const thisBuild = (): Record<string, string> => ({
  closeproof: packageVersion(),
  workflows: workflowsFingerprint(),
  proof: fingerprint(['src/proof', 'src/domain']),
  node: process.version,
});
