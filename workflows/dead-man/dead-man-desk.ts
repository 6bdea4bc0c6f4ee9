import { CancellationScope, defineQuery, defineSignal, log, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { DeadManAct, DeadManState, Stepped } from '../../src/domain/dead-man/dead-man';
import { DEAD_MAN_QUERIES, DEAD_MAN_SIGNALS, readMessage } from '../../src/domain/dead-man/dead-man-messages';
import type { DeadManMessage, DeadManSignal, DeadManStatus } from '../../src/domain/dead-man/dead-man-messages';
import { lookAt, settingsOf } from '../../src/domain/dead-man/dead-man-silence';
import { arm, disarm, hear, missAll, part } from '../../src/domain/dead-man/dead-man-step';
import { isArmed, saysOf } from '../../src/domain/dead-man/dead-man-words';
import { deadManDetails } from './dead-man-details';

const REFUSED_KEPT = 10;

/** Where monitors and operators are heard, and the clock is looked at. What follows from it is done by the workflow. */
export class DeadManDesk {
  /** What is still to be done, oldest first. */
  acts: DeadManAct[] = [];
  private refusedMessages: string[] = [];

  constructor(public state: DeadManState) {}

  take<Signal extends DeadManSignal>(
    signal: Signal,
    candidate: unknown,
    step: (state: DeadManState, message: DeadManMessage<Signal>, nowMs: number) => Stepped,
  ): void {
    const read = readMessage(signal, candidate);
    if (read.ok) this.note(step(this.state, read.message, Date.now()));
    else this.refuse(read.because);
  }

  /** Looks at the clock, after everybody who has reached Temporal was heard. */
  look(): void {
    const nowMs = Date.now();
    const look = lookAt(this.state, nowMs);
    if (look.kind === 'early') return;
    if (look.kind === 'silence') return this.note(missAll(this.state, nowMs));
    if (look.kind === 'late')
      log.warn('DEAD MAN WAS AWAY: silence is counted anew', { lateWakes: look.state.lateWakes });
    this.state = look.state;
  }

  status(): DeadManStatus {
    const { state, refusedMessages } = this;
    return { ...state, ...settingsOf(state), isArmed: isArmed(state), says: saysOf(state), refusedMessages };
  }

  private note({ state, acts }: Stepped): void {
    this.state = state;
    this.acts.push(...acts);
    setCurrentDetails(deadManDetails(this.status()));
  }

  private refuse(because: string): void {
    this.refusedMessages = [...this.refusedMessages, because].slice(-REFUSED_KEPT);
    log.warn('MESSAGE REFUSED', { because });
  }
}

const signalOf = (signal: DeadManSignal) => defineSignal<[unknown]>(DEAD_MAN_SIGNALS[signal]);

export function answerDeadManMessages(desk: DeadManDesk): void {
  setHandler(defineQuery<DeadManStatus>(DEAD_MAN_QUERIES.deadManStatus), () => desk.status());
  setHandler(signalOf('heartbeat'), (heartbeat) => desk.take('heartbeat', heartbeat, hear));
  setHandler(signalOf('leave'), (leave) => desk.take('leave', leave, part));
  setHandler(signalOf('arm'), (word) => desk.take('arm', word, arm));
  setHandler(signalOf('disarm'), (word) => desk.take('disarm', word, disarm));
}

/** A switch that ends would be started anew by the next heartbeat, and have forgotten an operator's word: a click on cancel disarms. */
export function disarmOnCancel(desk: DeadManDesk): void {
  CancellationScope.current().cancelRequested.catch(() =>
    desk.take('disarm', { operator: 'a Temporal cancel request', reason: 'the workflow was asked to cancel' }, disarm),
  );
}
