import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createAlertOperator } from '../../activities/alert-operator';
import type { LogContext } from '../../src/domain/log-context';
import { createLogger } from '../../src/config/logger';

const alert = {
  trouble: { type: 'CredentialsRefused', detail: '-2015 Invalid API-key', needsPerson: true },
  misfortunes: 1,
} as const;
const context: LogContext = {
  account: 'main',
  symbol: 'BTC/USDT:USDT',
  side: 'long',
  decision_id: 'd',
  source: 's',
  reason: 'STOP_LOSS',
  trace_id: 't',
};

/** A webhook that answers with this status, and what it was told. */
async function webhook(status: number) {
  const told: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      told.push(JSON.parse(body));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { told, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, end: () => server.close() };
}

function alerting(alertWebhookUrl: string | null) {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  return { lines, alerted: createAlertOperator({ logger, alertWebhookUrl })(alert, context) };
}

it('a held close is logged as an error, with who must act', async () => {
  const { lines, alerted } = alerting(null);
  await alerted;
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    msg: 'CLOSE HELD: -2015 Invalid API-key',
    who: 'whoever owns the key',
    trace_id: 't',
  });
});

it('and posted to the webhook as JSON', async () => {
  const { told, url, end } = await webhook(204);
  await alerting(url).alerted;
  end();
  expect(told).toMatchObject([
    { message: 'CLOSE HELD: -2015 Invalid API-key', symbol: 'BTC/USDT:USDT', misfortunes: 1 },
  ]);
});

it('a webhook that does not take it fails the activity, so that it is tried again; the log has it', async () => {
  const { url, end } = await webhook(500);
  const { lines, alerted } = alerting(url);
  await expect(alerted).rejects.toThrow('answers 500');
  end();
  expect(lines).toHaveLength(1);
});
