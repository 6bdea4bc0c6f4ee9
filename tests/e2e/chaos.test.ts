import { startField } from '../chaos/field/field';
import type { Field } from '../chaos/field/field';
import { runScenario } from '../chaos/run-scenario';
import { SCENARIOS } from '../chaos/scenarios';

// The whole table is `npm run chaos`; these few are quick, and each breaks another thing.
const SHORT = [
  'a worker is killed while its order is on the way and gets lost',
  'a worker is killed with its order on the wire, which arrives after another worker has finished',
  'the Temporal server is killed after the execution, before the reply',
  'the order arrives, and the connection ends before the answer',
];

jest.setTimeout(120_000);

let field: Field;
beforeAll(async () => {
  field = await startField();
});
afterAll(() => field.stop());

test.each(SHORT)('%s: the venue executes exactly the position, and the proof sums to it', async (name) => {
  const scenario = SCENARIOS.find((one) => one.name === name)!;
  // Times are for quiet machines; here only the venue's log counts.
  const { faults } = await runScenario(field, { ...scenario, withinMs: Infinity });
  expect(faults).toEqual([]);
});

test('every scenario has a name of its own', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
