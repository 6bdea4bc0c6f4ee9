import type { Close } from './close-effects';
import type { Trouble } from './failure-types';

/** Once per hold, not per retry. */
export async function callOperatorOnce({ effects, progress }: Close, trouble: Trouble): Promise<void> {
  if (progress.alerted) return;
  progress.alerted = true;
  await effects.alertOperator({ trouble, misfortunes: progress.misfortunes });
}
