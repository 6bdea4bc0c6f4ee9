/** What we have used of the venue's limits, by its own count, in the headers of every answer. */
export interface Usage {
  weight1m?: number | undefined;
  orders10s?: number | undefined;
  orders1m?: number | undefined;
}

type Headers = Record<string, unknown>;

export const readUsage = (headers: Headers): Usage => ({
  weight1m: count(valueOf(headers, 'x-mbx-used-weight-1m')),
  orders10s: count(valueOf(headers, 'x-mbx-order-count-10s')),
  orders1m: count(valueOf(headers, 'x-mbx-order-count-1m')),
});

/** When to come back, ms: a limit says it in a header, a ban names its end in the message as well, and the later one holds. */
export function readRetryAfter(headers: Headers, message: string, nowMs: number): number | undefined {
  const banEndMs = /banned until (\d{13})/.exec(message)?.[1];
  const waits = [
    waitFrom(valueOf(headers, 'retry-after'), nowMs),
    banEndMs === undefined ? undefined : Math.max(0, Number(banEndMs) - nowMs),
  ].filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

const valueOf = (headers: Headers, name: string): string | undefined => {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value.trim() : undefined;
};

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

/** Seconds or an HTTP date: the standard allows both. */
function waitFrom(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
