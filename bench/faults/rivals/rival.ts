import type { Word } from '../word';
import type { Bot } from './bot';

/** One policy of closing, as one process of a bot pursues it until it ends or dies. */
export type Rival = (bot: Bot) => Promise<Word>;
