import type { ServerKind } from '../options';
import { startDev } from './dev';
import { startOnPostgres } from './postgres';
import type { StormServer } from './server';

const WAYS: Readonly<Record<ServerKind, () => Promise<StormServer>>> = { dev: startDev, postgres: startOnPostgres };

export const startServer = (kind: ServerKind): Promise<StormServer> => WAYS[kind]();
