import type { Close } from './close-effects';
import { nextState } from './close-state';
import type { CloseEvent } from './close-state';

/** The one place where a close changes state: by the table, and reported. */
export function move({ progress, effects }: Close, event: CloseEvent): void {
  progress.state = nextState(progress.state, event);
  effects.report(progress);
}
