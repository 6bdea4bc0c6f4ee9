import type { Leg } from '../engine/account/leg';
import type { JournalLine } from '../engine/journal';
import { toJson } from '../engine/wire-number';
import type { World } from '../engine/world';
import { EventFaults } from './event-faults';
import type { Outgoing } from './event-faults';
import { ListenKeys } from './listen-keys';
import { MarketFeed } from './market/market-feed';
import { typeOf } from './subscriber';
import type { StreamEvent, Subscriber } from './subscriber';
import { UserFeed } from './user/user-feed';

/** Everything that is pushed. Listeners and their key are no part of a world, and outlive a reset. */
export class Streams {
  readonly keys: ListenKeys;
  faults!: EventFaults;
  #user!: UserFeed;
  #market!: MarketFeed;
  readonly #subscribers = new Set<Subscriber>();

  constructor(seed: number) {
    this.keys = new ListenKeys(seed);
  }

  /** A fresh world speaks from now on; whatever of the old one was still on its way is lost. */
  begin(world: World): void {
    this.faults = new EventFaults();
    this.#user = new UserFeed(world);
    this.#market = new MarketFeed(world);
    this.followListeners();
  }

  get listeners(): number {
    return this.#subscribers.size;
  }

  join(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
    this.followListeners();
  }

  leave(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.followListeners();
  }

  /** Somebody subscribed or unsubscribed. */
  followListeners(): void {
    this.#market.follow(this.subscriptions());
  }

  /** Every name that somebody listens to. */
  subscriptions(): ReadonlySet<string> {
    return new Set([...this.#subscribers].flatMap(({ names }) => [...names]));
  }

  record(line: JournalLine): void {
    const events = this.#user.read(line);
    if (this.#subscribers.size === 0) return;
    if (this.#isOwnerListening()) for (const event of events()) this.#tellOwner(event);
    if (line.kind === 'execution') for (const [name, event] of this.#market.trade(line)) this.#publish(name, event);
  }

  adjust(legs: readonly Leg[]): void {
    if (this.#isOwnerListening()) this.#tellOwner(this.#user.adjust(legs));
  }

  /** The key dies, and its listener is told so on the stream that goes silent with it. */
  killKey(now: number): boolean {
    return this.#mourn(this.keys.end(), now);
  }

  /** Lets everything be said that is due by now. */
  catchUp(now: number): void {
    if (this.#subscribers.size === 0) return;
    if (this.#isOwnerListening()) for (const event of this.#user.warn()) this.#tellOwner(event);
    for (const [name, event] of this.#market.due()) this.#publish(name, event);
    for (const outgoing of this.faults.takeDue(now)) this.#send(outgoing);
    this.#mourn(this.keys.takeExpired(now), now);
  }

  #mourn(key: string | undefined, now: number): boolean {
    if (key !== undefined) this.#publish(key, { e: 'listenKeyExpired', E: now, listenKey: key } as StreamEvent, true);
    return key !== undefined;
  }

  get #key(): string | undefined {
    return this.keys.current(this.#user.world.now());
  }

  #isHeard(name: string): boolean {
    for (const { names } of this.#subscribers) if (names.has(name)) return true;
    return false;
  }

  #isOwnerListening(): boolean {
    return this.#key !== undefined && this.#isHeard(this.#key);
  }

  #tellOwner(event: StreamEvent): void {
    if (this.#key !== undefined) this.#publish(this.#key, event, true);
  }

  #publish(name: string, event: StreamEvent, isPrivate = false): void {
    if (!this.#isHeard(name)) return;
    const outgoing = { name, type: typeOf(event), text: toJson(event) };
    for (const each of this.faults.pass(outgoing, isPrivate, this.#user.world.now())) this.#send(each);
  }

  #send({ name, type, text }: Outgoing): void {
    for (const subscriber of this.#subscribers) if (subscriber.names.has(name)) subscriber.push(name, type, text);
  }
}
