import type { ClientPorts } from '../../client/ports';
import type { Known } from '../http/monitor-port';
import { isNoAnswer } from './no-answer';
import type { TemporalLink } from './temporal-link';

/** What Temporal knows; that it does not answer is an answer, too. */
export async function askTemporal<Fact>(
  link: TemporalLink,
  ask: (ports: ClientPorts) => Promise<Fact>,
): Promise<Known<Fact>> {
  const ports = link.ports();
  if (ports === null) return unknownTo(link);
  try {
    return knownFact(await ask(ports));
  } catch (error) {
    if (isNoAnswer(error)) return unknownTo(link);
    throw error;
  }
}

export const knownFact = <Fact>(fact: Fact): Known<Fact> => ({ kind: 'known', fact });

export const unknownTo = (link: TemporalLink): Known<never> => ({ kind: 'temporalAway', because: whyAway(link) });

/** For a person: which server does not answer. */
export function whyAway(link: TemporalLink): string {
  const { address, detail } = link.status();
  return `no Temporal server answers at ${address}${detail === undefined ? '' : ` (${detail})`}`;
}
