import { WaitingLine } from '../../../../src/exchange/ccxt/governor/waiting-line';

const LONG = 10_000;

test('the most urgent is let in first, then who came first', async () => {
  const line = new WaitingLine();
  const order: string[] = [];
  const enter = (name: string, urgency: number) => line.enter(urgency, LONG, () => void order.push(name));
  const all = [enter('calm', 0.9), enter('near', 0.1), enter('also near', 0.1)];
  for (let place = 0; place < 3; place += 1) line.letIn();
  expect(await Promise.all(all)).toEqual([true, true, true]);
  expect(order).toEqual(['near', 'also near', 'calm']);
});

test('nobody stays past their time, and who has left is not let in', async () => {
  const line = new WaitingLine();
  const take = jest.fn();
  expect(await line.enter(0, 10, take)).toBe(false);
  line.letIn();
  expect([line.length, take.mock.calls.length]).toEqual([0, 0]);
});

test('a full line takes nobody', async () => {
  const line = new WaitingLine();
  const waiting = Array.from({ length: 500 }, () => line.enter(0, LONG, () => undefined));
  expect(await line.enter(0, LONG, () => undefined)).toBe(false);
  while (line.length > 0) line.letIn();
  expect((await Promise.all(waiting)).every(Boolean)).toBe(true);
});
