import { ScheduleAlreadyRunning } from '@temporalio/client';
import type { ScheduleOptions, ScheduleUpdateOptions } from '@temporalio/client';
import type { ClientPorts } from './ports';

/** A Temporal Schedule in full, but for its id and for whether it is paused. */
export type KeptSchedule = Pick<ScheduleOptions, 'action'> & Omit<ScheduleUpdateOptions, 'action' | 'state'>;

/** Has a schedule be as it is given; a second order replaces the first, and leaves it paused where somebody paused it. */
export async function keepSchedule(
  { client }: Pick<ClientPorts, 'client'>,
  scheduleId: string,
  schedule: KeptSchedule,
): Promise<'created' | 'replaced'> {
  try {
    await client.schedule.create({ scheduleId, ...schedule });
    return 'created';
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...schedule, state }));
    return 'replaced';
  }
}
