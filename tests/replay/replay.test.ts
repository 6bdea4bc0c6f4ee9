/** Closes that ran under earlier builds must go on under this one: their histories replay against today's workflow code. */
import type { temporal } from '@temporalio/proto';
import { savedHistories } from './history-files';
import type { History, SavedHistory } from './history-files';
import { faultsInReplay } from './replaying';

const saved = savedHistories();

jest.setTimeout(120_000);

it('every saved history replays', async () => {
  expect(saved.length).toBeGreaterThan(20);
  expect(await faultsInReplay(saved)).toEqual([]);
});

it('so does each of them cut off after any workflow task, as a worker finds it that takes a close over', async () => {
  const beginnings = saved.flatMap(beginningsOf);
  expect(beginnings.length).toBeGreaterThan(3 * saved.length);
  expect(await faultsInReplay(beginnings)).toEqual([]);
});

it('a history in which an activity took the place of another does not', async () => {
  const closed = savedHistories().find(({ name }) => name === 'closed')!;
  activityOf(closed.history, 'placeOrder').activityType!.name = 'awaitTerminalFilled';
  expect(await faultsInReplay([closed])).toEqual([expect.stringMatching(/^closed: .*[Nn]ondeterminism/s)]);
});

const activityOf = ({ events }: History, name: string) =>
  events!.find(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === name)!
    .activityTaskScheduledEventAttributes!;

/** One beginning for each workflow task that was completed: all up to the start of it. */
const beginningsOf = ({ name, workflowId, history }: SavedHistory) =>
  (history.events ?? []).flatMap((event, index, events) =>
    isTaskStart(event) && isTaskEnd(events[index + 1])
      ? [{ name: `${name}, ${index + 1} events`, workflowId, history: { events: events.slice(0, index + 1) } }]
      : [],
  );

type Event = temporal.api.history.v1.IHistoryEvent;

const isTaskStart = (event: Event): boolean => Boolean(event.workflowTaskStartedEventAttributes);
const isTaskEnd = (event: Event | undefined): boolean => Boolean(event?.workflowTaskCompletedEventAttributes);
