export const SERVERS = ['dev', 'postgres'] as const;
export type ServerKind = (typeof SERVERS)[number];

export interface StormOptions {
  /** As many markets with a position in each. */
  positions: number;
  server: ServerKind;
  /** Worker processes. */
  workers: number;
  /** One of them is killed once a third of the positions is flat, and not replaced. */
  killWorker: boolean;
  /** The obvious alternatives as well, on worlds of the same kind. */
  alternatives: boolean;
  /** Seconds into the venue's ten at which the storm begins; null: at once. */
  phase: number | null;
  /** Where the picture goes; null: among the temporary files. */
  picture: string | null;
  json: boolean;
}

/** As the command line has them. */
export type Typed = Partial<Record<'positions' | 'server' | 'workers' | 'phase' | 'picture', string | undefined>> &
  Partial<Record<'alternatives' | 'kill-worker' | 'json', boolean | undefined>>;

/** Options as typed, or a sentence about the first that cannot be meant. */
export function readStormOptions(typed: Typed): StormOptions {
  const { server = 'dev', phase } = typed;
  if (!SERVERS.includes(server as ServerKind))
    throw new Error(`--server ${server}: the servers are ${SERVERS.join(', ')}`);
  return {
    positions: whole('positions', typed.positions ?? '300', 1, 1_200),
    server: server as ServerKind,
    workers: whole('workers', typed.workers ?? '2', 1, 16),
    killWorker: typed['kill-worker'] === true,
    alternatives: typed.alternatives === true,
    phase: phase === undefined ? null : whole('phase', phase, 0, 9),
    picture: typed.picture ?? null,
    json: typed.json === true,
  };
}

function whole(name: string, typed: string, least: number, most: number): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} ${typed}: a whole number from ${least} to ${most}`);
}
