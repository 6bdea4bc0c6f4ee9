/** Parsed by src/config; the names of the variables are in the remedies of problem-table.ts. */
export interface HttpSettings {
  host: string;
  port: number;
  manualCloseEnabled: boolean;
  manualCloseToken: string | null;
  /** Names by which browsers and probes may address it, besides IP addresses, localhost and `host`. */
  allowedHosts: readonly string[];
}

/** Shorter ones can be guessed from afar. */
export const TOKEN_LENGTH_MIN = 24;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Why it must not listen with these settings, or undefined. */
export function listenFault({ host, manualCloseEnabled, manualCloseToken }: HttpSettings): string | undefined {
  if (!manualCloseEnabled || isLoopback(host)) return undefined;
  if (manualCloseToken === null)
    return `Manual close is enabled, HOST is ${host}, and there is no token: set EXIT_MONITOR_MANUAL_CLOSE_TOKEN, or leave HOST at 127.0.0.1.`;
  if (manualCloseToken.length >= TOKEN_LENGTH_MIN) return undefined;
  return `Manual close is enabled, HOST is ${host}, and EXIT_MONITOR_MANUAL_CLOSE_TOKEN has fewer than ${TOKEN_LENGTH_MIN} characters: take a longer one ("openssl rand -hex 24"), or leave HOST at 127.0.0.1.`;
}
