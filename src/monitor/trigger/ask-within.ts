import type { ClientPorts } from '../../client/ports';

/** Temporal was asked, and has not answered in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Asks Temporal, and waits for the answer no longer than this; rejects then. A deadline alone holds for each try, and a native
 * connection tries a call that is refused again for ten seconds. What was given up may still come to pass.
 */
export async function askWithin<Answer>(
  { client }: Pick<ClientPorts, 'client'>,
  ms: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([client.withDeadline(Date.now() + ms, ask), late]);
  } finally {
    clearTimeout(timer);
  }
}
