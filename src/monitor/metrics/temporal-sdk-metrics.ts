/** A scrape waits for all of it: what does not answer on the loopback interface by then is left out. */
const PATIENCE_MS = 500;

/**
 * The Temporal SDK's own metrics in Prometheus' text format, from where the runtime of this process serves them
 * ('127.0.0.1:9464'); one comment line where there are none. Never rejects: they must not cost us our own.
 */
export async function temporalSdkMetrics(address: string | null): Promise<string> {
  if (address === null) return without('no address is configured');
  try {
    const answer = await fetch(`http://${address}/metrics`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.text() : without(`${address} answers ${answer.status}`);
  } catch (error) {
    return without(`${address} does not answer: ${reasonOf(error as Error)}`);
  }
}

const without = (because: string): string => `# No metrics of the Temporal SDK: ${because.replaceAll(/\s+/g, ' ')}.\n`;

/** fetch says only that it failed; the cause says how. */
const reasonOf = ({ message, cause }: Error): string => (cause as Error | undefined)?.message ?? message;
