import { Lane } from '../lane/lane';
import { WatchLimits } from './watch-limits';

/** A lane for watching: a ccxt client of its own beside the exit lane's. */
export class WatchLane extends Lane {
  override readonly limits = new WatchLimits();
}
