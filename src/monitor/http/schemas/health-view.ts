import { z } from 'zod';
import type { HealthView } from '../../views';

const feed = z.object({
  name: z.enum(['positions', 'prices', 'userStream', 'candles']),
  state: z.enum(['starting', 'live', 'fallback', 'stale', 'down']),
  lastAtMs: z.number().nullable(),
  ageMs: z.number().nullable(),
  reconnects: z.number(),
  detail: z.string().optional(),
});

const deadMan = z.object({
  mode: z.enum(['off', 'alert', 'flatten']),
  timeoutMs: z.number(),
  state: z.enum(['waiting', 'watching', 'silent', 'flattening', 'disarmed']).nullable(),
  says: z.string(),
  lastBeatAt: z.string().nullable(),
  lastBeatAgeMs: z.number().nullable(),
  trouble: z.string().nullable(),
  warning: z.string().nullable(),
});

export const healthView = z
  .object({
    status: z.enum(['ok', 'degraded', 'blind']),
    account: z.string(),
    venue: z.string(),
    version: z.string(),
    node: z.string(),
    uptimeMs: z.number(),
    positionsWatched: z.number(),
    lastTickAgeMs: z.number().nullable(),
    temporal: z.object({ reachable: z.boolean(), address: z.string(), detail: z.string().optional() }),
    exchange: z.object({
      reachable: z.boolean(),
      weightUsed1m: z.number().nullable(),
      weightLimit1m: z.number().nullable(),
      detail: z.string().optional(),
    }),
    feeds: z.array(feed),
    triggers: z.object({
      started: z.number(),
      joined: z.number(),
      waiting: z.number(),
      oldestWaitingMs: z.number().nullable(),
    }),
    rules: z.object({ loadedAt: z.string(), file: z.string().nullable(), lastRefusal: z.string().nullable() }),
    manualClose: z.object({ enabled: z.boolean() }),
    deadMan,
    proofs: z.object({
      count: z.number(),
      head: z.string().nullable(),
      headAt: z.string().nullable(),
      behind: z.number().nullable(),
      nextDeletionAt: z.string().nullable(),
      lastPassAt: z.string().nullable(),
      faults: z.array(z.string()),
    }),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'Health' }) satisfies z.ZodType<HealthView>;

export const readiness = z.object({ ready: z.boolean(), because: z.string().nullable() }).meta({ id: 'Readiness' });
