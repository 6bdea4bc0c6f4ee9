import { TIMES } from '../src/domain/times';

/** A webhook that does not take it is tried again by the server: the log has it in any case. */
export async function postAlert(url: string, alert: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alert),
    signal: AbortSignal.timeout(TIMES.alertOperator * 0.8),
  });
  if (!answer.ok) throw new Error(`the alert webhook answers ${answer.status}`);
}
