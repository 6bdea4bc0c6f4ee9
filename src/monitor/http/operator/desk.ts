import type { Logger } from 'pino';
import type { HttpSettings } from '../http-settings';
import type { FlattenAnswer, ManualCloseAnswer, MonitorPort } from '../monitor-port';
import { WrongTokens } from '../doors/wrong-tokens';
import { tokenDoor } from '../doors/token-door';
import { AtOnce } from './at-once';
import { misplacedTokenDoor } from './misplaced-token';
import { Replays } from './replays';

const MANUAL_CLOSES_AT_ONCE = 64;
const FLATTENS_AT_ONCE = 2;

/** What the routes of an operator share: the doors before them, and the memory of what was asked. */
export const createDesk = (port: MonitorPort, settings: HttpSettings, logger: Logger) => ({
  port,
  logger,
  doors: {
    onRequest: tokenDoor(settings, new WrongTokens(Date.now)),
    preValidation: misplacedTokenDoor(settings),
  },
  manualCloses: {
    replays: new Replays<ManualCloseAnswer>(Date.now, ({ kind }) => kind === 'accepted'),
    atOnce: new AtOnce(MANUAL_CLOSES_AT_ONCE),
  },
  flattens: {
    replays: new Replays<FlattenAnswer>(Date.now, ({ kind }) => kind === 'accepted'),
    atOnce: new AtOnce(FLATTENS_AT_ONCE),
  },
});

export type Desk = ReturnType<typeof createDesk>;
