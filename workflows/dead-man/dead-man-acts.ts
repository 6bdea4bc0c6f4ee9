import { log } from '@temporalio/workflow';
import type { DeadManAct, DeadManNotice } from '../../src/domain/dead-man/dead-man';
import { tellingOperators } from '../close-activities';
import { flattenForSilence } from './flatten-for-silence';
import { orElse, reasonOf } from '../or-else';

/** Does what the switch decides. Nothing waits for it: while a webhook is slow, monitors are heard and the clock is looked at. */
export class DeadManActs {
  private underWay = 0;

  constructor(private readonly account: string) {}

  begin(acts: readonly DeadManAct[]): void {
    for (const act of acts) void this.do(act);
  }

  areDone(): boolean {
    return this.underWay === 0;
  }

  private async do(act: DeadManAct): Promise<void> {
    this.underWay += 1;
    if (act.kind === 'flatten') await flattenForSilence(this.account, act.note);
    else await tell(act.notice);
    this.underWay -= 1;
  }
}

/** What could not be told is in the log of the worker that tried, and in this history. */
const tell = (notice: DeadManNotice): Promise<void> =>
  orElse(tellingOperators(notice.sentence).tellDeadMan(notice), (error) =>
    log.error('DEAD MAN COULD NOT TELL', { sentence: notice.sentence, because: reasonOf(error) }),
  );
