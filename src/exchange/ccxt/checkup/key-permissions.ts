import { z } from 'zod';
import type { KeyPermissions } from '../../checkup-port';
import { parseAnswer } from '../reads/parse';

const answer = z.object({ enableFutures: z.boolean(), enableWithdrawals: z.boolean(), ipRestrict: z.boolean() });

/** Out of GET /sapi/v1/account/apiRestrictions. */
export function readKeyPermissions(reply: unknown): KeyPermissions {
  const { enableFutures, enableWithdrawals, ipRestrict } = parseAnswer(answer, reply, 'the key’s permissions');
  return { tradesFutures: enableFutures, withdraws: enableWithdrawals, boundToAddresses: ipRestrict };
}
