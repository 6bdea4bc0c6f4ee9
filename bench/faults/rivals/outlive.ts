import type { Stage } from '../../../tests/simulation/runs/stage';
import type { Worker } from '../../../tests/simulation/temporal/fleet';
import type { Word } from '../word';
import { Bot } from './bot';
import type { Memory } from './bot';
import type { Rival } from './rival';
import { newTrade } from './trade';

/** A supervisor: whenever the bot's process dies another is started, which knows what the last one had written down. */
export async function outlive(stage: Stage, rival: Rival): Promise<Word> {
  const memory: Memory = { trade: newTrade(), names: 0 };
  for (;;) {
    const worker = await stage.fleet.worker();
    const word = await Promise.race([rival(new Bot(stage, worker, memory)), deathOf(worker)]);
    if (word !== 'died') return word;
    stage.log.note('bot', 'is started again, with what it had written down');
  }
}

const deathOf = (worker: Worker): Promise<'died'> => new Promise((resolve) => worker.onDeath(() => resolve('died')));
