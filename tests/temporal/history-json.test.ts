import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';

/** As the UI and the CLI download it: enums by name, bytes in base64, times as text. */
const history = {
  events: [
    {
      eventId: '1',
      eventTime: '2026-11-23T12:00:00Z',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
      taskId: '1048587',
      workflowExecutionStartedEventAttributes: {
        workflowType: { name: 'CloseWorkflow' },
        taskQueue: { name: 'close-main', kind: 'TASK_QUEUE_KIND_NORMAL' },
        input: { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'eyJzeW1ib2wiOiJCVENVU0RUIn0=' }] },
        workflowTaskTimeout: '5s',
        attempt: 1,
      },
    },
  ],
};

// With several copies of protobufjs installed this throws; package.json overrides it to one.
test('A history survives the way from JSON and back', () => {
  const once = JSON.parse(historyToJSON(historyFromJSON(history))) as typeof history;
  const [event] = once.events;
  expect(event).toMatchObject({ eventId: '1', eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED' });
  expect(event?.workflowExecutionStartedEventAttributes).toMatchObject({
    workflowType: { name: 'CloseWorkflow' },
    input: history.events[0]?.workflowExecutionStartedEventAttributes.input,
    workflowTaskTimeout: '5s',
  });
  expect(JSON.parse(historyToJSON(historyFromJSON(once)))).toEqual(once);
});
