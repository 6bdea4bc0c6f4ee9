type Environment = Readonly<Record<string, string | undefined>>;

/** Settings as variables name them; the schema judges them. Every variable stands in .env.example. */
export function fromEnvironment(environment: Environment): object {
  return {
    temporal: {
      address: environment['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233',
      namespace: environment['TEMPORAL_NAMESPACE'] ?? 'default',
      uiUrl: environment['TEMPORAL_UI_URL'] ?? 'http://127.0.0.1:8233',
    },
    accounts: { [environment['CLOSEPROOF_ACCOUNT'] ?? 'main']: oneAccount(environment) },
    ...given('allowedSources', environment['CLOSEPROOF_ALLOWED_SOURCES']?.split(',')),
    ...given('build', buildFrom(environment)),
    ...given('alertWebhookUrl', environment['ALERT_WEBHOOK_URL']),
    ...given('logLevel', environment['LOG_LEVEL']),
  };
}

const oneAccount = (environment: Environment): object => ({
  venue: environment['CLOSEPROOF_VENUE'] ?? 'paper',
  apiKey: { env: 'CLOSEPROOF_API_KEY' },
  secret: { env: 'CLOSEPROOF_API_SECRET' },
  ...given('paperUrl', environment['CLOSEPROOF_PAPER_URL']),
});

/** Empty as docker compose passes it on is as good as unset. */
function buildFrom(environment: Environment): object | undefined {
  const buildId = environment['CLOSEPROOF_BUILD_ID'] ?? '';
  const deployment = environment['CLOSEPROOF_DEPLOYMENT'] ?? 'closeproof';
  return buildId === '' ? undefined : { deployment, buildId };
}

const given = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });
