import type { HistoryJson } from '../../../src/proof/file/proof-file';
import { historyJson } from './histories';

interface Payloads {
  payloads: { metadata: Record<string, string>; data: string }[];
}

type Event = Record<string, unknown> & { eventId: string };

/** A history on the table: its events, and ways to make it say what never happened. */
export class Doctored {
  readonly history: HistoryJson;

  constructor(name: string) {
    this.history = historyJson(name);
  }

  get events(): Event[] {
    return this.history.events as Event[];
  }

  set events(events: Event[]) {
    this.history.events = events;
  }

  /** What a workflow was started with. */
  editStart(change: (decision: Values) => void): this {
    return this.edit(this.events[0]?.['workflowExecutionStartedEventAttributes'], 'input', 0, change);
  }

  /** What an activity was asked, by its place among those of its name. */
  editAsked(activity: string, change: (asked: Values) => void, nth = 0): this {
    return this.edit(this.scheduled(activity, nth)['activityTaskScheduledEventAttributes'], 'input', 0, change);
  }

  /** What an activity answered. */
  editAnswer(activity: string, change: (answer: Values) => void, nth = 0): this {
    const attributes = this.completed(activity, nth)['activityTaskCompletedEventAttributes'];
    return this.edit(attributes, 'result', 0, change);
  }

  /** What a local activity left in its marker. */
  editMarker(activity: string, change: (result: Values) => void, nth = 0): this {
    const marker = this.markers(activity)[nth];
    const { details } = marker?.['markerRecordedEventAttributes'] as { details: Record<string, Payloads> };
    return this.edit(details, 'result', 0, change);
  }

  editResult(change: (result: Values) => void): this {
    return this.edit(this.events.at(-1)?.['workflowExecutionCompletedEventAttributes'], 'result', 0, change);
  }

  remove(event: Event | undefined): this {
    this.events = this.events.filter((one) => one !== event);
    return this;
  }

  /** So that no gap is left. */
  renumber(): this {
    this.events = this.events.map((event, at) => ({ ...event, eventId: String(at + 1) }));
    return this;
  }

  scheduled(activity: string, nth = 0): Event {
    const found = this.events.filter((event) => nameOf(event) === activity)[nth];
    if (found === undefined) throw new Error(`no ${activity} was scheduled`);
    return found;
  }

  completed(activity: string, nth = 0): Event {
    const { eventId } = this.scheduled(activity, nth);
    const found = this.events.find((event) => scheduledBy(event) === eventId);
    if (found === undefined) throw new Error(`${activity} did not complete`);
    return found;
  }

  markers(activity: string): Event[] {
    return this.events.filter((event) => {
      const marker = event['markerRecordedEventAttributes'] as { details: Record<string, Payloads> } | undefined;
      const data = marker?.details['data']?.payloads[0];
      return data !== undefined && decoded<{ activity_type: string }>(data).activity_type === activity;
    });
  }

  private edit(holder: unknown, field: string, at: number, change: (value: Values) => void): this {
    const payload = (holder as Record<string, Payloads>)[field]?.payloads[at];
    if (payload === undefined) throw new Error(`there is no ${field} to edit`);
    const value = decoded<Values>(payload);
    change(value);
    payload.data = Buffer.from(JSON.stringify(value)).toString('base64');
    return this;
  }
}

/** Whatever stands in a payload. */
export type Values = Record<string, Value>;
type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

const decoded = <T>({ data }: { data: string }): T => JSON.parse(Buffer.from(data, 'base64').toString()) as T;

const nameOf = (event: Event): string | undefined =>
  (event['activityTaskScheduledEventAttributes'] as { activityType: { name: string } } | undefined)?.activityType.name;

const scheduledBy = (event: Event): string | undefined =>
  (event['activityTaskCompletedEventAttributes'] as { scheduledEventId: string } | undefined)?.scheduledEventId;
