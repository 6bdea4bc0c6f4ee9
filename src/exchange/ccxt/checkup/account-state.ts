import { z } from 'zod';
import type { AccountState } from '../../checkup-port';
import { parseAnswer } from '../reads/parse';

const answer = z.object({ canTrade: z.boolean(), dualSidePosition: z.boolean() });

/** Out of GET /fapi/v1/accountConfig, which names no balance. */
export function readAccountState(reply: unknown): AccountState {
  const { canTrade, dualSidePosition } = parseAnswer(answer, reply, 'the account’s settings');
  return { canTrade, mode: dualSidePosition ? 'hedge' : 'one-way' };
}
