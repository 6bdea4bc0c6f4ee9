import { html } from './html';
import type { Html } from './html';
import type { ShownProof } from './shown-proof';

/** By what this proof is told from any other, and verified. */
export const marks = (proof: ShownProof): Html =>
  html`<section class="whole">
    <h2>Marks</h2>
    <dl class="marks">
      ${marksOf(proof).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd><code>${value}</code></dd>`,
      )}
    </dl>
  </section>`;

const marksOf = ({ workflowId, runId, namespace, taskQueue, build, integrity }: ShownProof): [string, string][] => [
  ['Workflow', workflowId],
  ['Run', runId],
  ['Namespace, queue', `${namespace}, ${taskQueue}`],
  [
    'Made by',
    Object.entries(build)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  ],
  ...(integrity === undefined
    ? [['Stored', 'not in a file: made when it was asked for'] satisfies [string, string]]
    : stored(integrity)),
];

const stored = ({
  historySha256,
  bodySha256,
  sequence,
  previous,
  keyId,
}: NonNullable<ShownProof['integrity']>): [string, string][] => [
  ['History, SHA-256', historySha256],
  ['Proof, SHA-256', bodySha256],
  ['In the chain', sequence === null ? 'in none' : `number ${sequence}, after ${previous ?? 'none'}`],
  ['Signed', keyId === null ? 'not signed' : `with key ${keyId}`],
];
