import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { Claims } from './demo/claims';
import { tell, title } from './demo/say';
import { closeFromFile } from './demo/scene-file';
import { killWorker } from './demo/scene-killed-worker';
import { loseReply } from './demo/scene-lost-reply';
import { closeByHand } from './demo/scene-manual';
import { showProof } from './demo/scene-proof';
import { refuseByName } from './demo/scene-refused';
import type { Stage } from './demo/stage';
import { demoPositions } from './local-stack/demo-positions';
import { startLocalStack } from './local-stack/local-stack';
import { paperAdmin } from './local-stack/paper-admin';
import { untilStopped } from './terminal/until-stopped';

const HELP = `npm run demo [-- --keep]

The main job on real parts: a Temporal server, a paper exchange with ${demoPositions.length} positions, a worker; closes, a lost
reply, a killed worker, refusals, and the proof of each close. Exit code 0 when everything it claims held.

  --keep   leave everything running afterwards for a look at the Temporal UI, until Ctrl-C
`;

async function demo(keep: boolean): Promise<boolean> {
  title(`closeproof: ${demoPositions.length} positions, some of them must go`);
  const stack = await startLocalStack({});
  try {
    const stage = await setStage(stack);
    for (const scene of [closeFromFile, closeByHand, loseReply, killWorker, refuseByName, showProof])
      await scene(stage);
    console.log(`\n${stage.claims.summary()}`);
    if (keep) await lookAround(stage);
    return stage.claims.allHeld;
  } finally {
    await stack.stop();
  }
}

async function setStage(stack: Stage['stack']): Promise<Stage> {
  const paper = paperAdmin(stack.paper.url);
  await paper.putPositions(demoPositions);
  const worker = await stack.startWorker();
  tell(
    `Temporal ${stack.temporal.address}, UI ${stack.temporal.uiUrl ?? 'none'}, paper exchange ${stack.paper.url}, worker ${worker.pid}`,
  );
  return { stack, paper, worker, claims: new Claims(), closes: [] };
}

async function lookAround({ stack }: Stage): Promise<void> {
  console.log(
    `\nStill running until Ctrl-C: ${pc.cyan(stack.temporal.uiUrl ?? '')} and ${pc.cyan(`${stack.paper.url}/paper/audit`)}`,
  );
  await untilStopped();
}

const { values } = parseArgs({ options: { keep: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help === true) console.log(HELP);
else
  demo(values.keep === true).then(
    (held) => void (process.exitCode = held ? 0 : 1),
    (error: Error) => {
      console.error(`${pc.red('the demo could not be played:')} ${error.message}`);
      process.exitCode = 1;
    },
  );
