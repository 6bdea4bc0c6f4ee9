import { z } from 'zod';
import { DEFAULT_ALLOWED_SOURCES } from '../domain/allowed-sources';

/** A key stands in the environment or in a file, never in the settings themselves. */
const secretReference = z.union(
  [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  {
    error: 'must be {env: NAME} or {file: PATH}: keys are referred to, never written here',
  },
);

const url = z.url({ protocol: /^https?$/, error: 'must be a URL such as http://127.0.0.1:8100' });

const account = z.strictObject({
  venue: z.enum(['paper', 'binanceusdm', 'binanceusdm-demo']),
  apiKey: secretReference,
  secret: secretReference,
  paperUrl: url.default('http://127.0.0.1:8100'),
});

/** Which build a worker runs, where builds are rolled out one beside the other. */
const build = z.strictObject({
  deployment: z.string().regex(/^(?!__)[\w-]{1,64}$/, 'must be letters, digits, _ and -'),
  buildId: z.string().regex(/^(?!__)[\w.+-]{1,128}$/, 'must be letters, digits, and any of . + _ -'),
});

export const configSchema = z.strictObject({
  temporal: z.strictObject({
    address: z.string().regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port, such as 127.0.0.1:7233'),
    namespace: z.string().min(1),
    uiUrl: url,
  }),
  accounts: z
    .record(z.string().regex(/^[\w.-]{1,64}$/), account)
    .refine((all) => Object.keys(all).length > 0, 'name none'),
  allowedSources: z
    .array(z.string().min(1))
    .min(1)
    .default([...DEFAULT_ALLOWED_SOURCES]),
  build: build.nullable().default(null),
  alertWebhookUrl: url.nullable().default(null),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Config = z.infer<typeof configSchema>;
export type AccountConfig = Config['accounts'][string];
