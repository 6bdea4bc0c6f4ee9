import pc from 'picocolors';
import { connectClient } from '../../src/temporal/connection';
import { uiLink } from '../../src/temporal/ui-link';
import { proofChain } from '../../src/proof/proof-chain';
import type { ProofLink } from '../../src/proof/proof-chain';
import { readHistory } from '../../src/proof/read-history';
import { MARKERS } from '../../src/domain/markers';
import { title } from './say';
import type { Stage } from './stage';

export async function showProof(stage: Stage): Promise<void> {
  title('f. The proof chain of each close, from its Temporal history');
  const { temporal } = stage.stack;
  const { client, connection } = await connectClient({ address: temporal.address, namespace: 'default' });
  for (const workflowId of stage.closes) {
    const handle = client.workflow.getHandle(workflowId);
    const { runId } = await handle.describe();
    const history = await handle.fetchHistory();
    const chain = proofChain(readHistory(history));
    console.log(`\n  ${pc.bold(workflowId)}  ${history.events?.length ?? 0} events`);
    for (const link of chain) console.log(`    ${lineOf(link)}`);
    console.log(`    ${pc.cyan(uiLink({ uiUrl: temporal.uiUrl ?? '', namespace: 'default', workflowId, runId }))}`);
    stage.claims.check(`all four markers stand in the history of ${workflowId}`, isWhole(chain), markersOf(chain));
  }
  await connection.close();
}

const lineOf = ({ marker, eventId, says }: ProofLink): string =>
  `${pc.dim(`event ${String(eventId).padStart(3)}`)}  ${marker.padEnd(22)}  ${pc.dim(says)}`;

const markersOf = (chain: readonly ProofLink[]): string => chain.map((link) => link.marker).join(', ');

const isWhole = (chain: readonly ProofLink[]): boolean =>
  Object.values(MARKERS).every((marker) => chain.some((link) => link.marker === marker));
