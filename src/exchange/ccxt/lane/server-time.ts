import { z } from 'zod';
import { timeMs } from '../reads/fields';
import { parseAnswer } from '../reads/parse';
import type { Usdm } from './usdm';

const answer = z.object({ serverTime: timeMs });

export const serverTime = async (usdm: Usdm): Promise<number> =>
  parseAnswer(answer, await usdm.fapiPublicGetTime(), 'the venue’s time').serverTime;
