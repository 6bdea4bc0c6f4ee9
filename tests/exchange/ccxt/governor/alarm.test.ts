import { Alarm } from '../../../../src/exchange/ccxt/governor/alarm';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('of several moments the soonest rings, once', () => {
  const ring = jest.fn();
  const alarm = new Alarm(ring);
  for (const ms of [500, 20, 900]) alarm.in(ms);
  jest.advanceTimersByTime(20);
  expect(ring).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(2_000);
  expect(ring).toHaveBeenCalledTimes(1);
});

test('once it has rung it can be set again', () => {
  const ring = jest.fn();
  const alarm = new Alarm(() => {
    ring();
    if (ring.mock.calls.length < 3) alarm.in(10);
  });
  alarm.in(10);
  jest.advanceTimersByTime(100);
  expect(ring).toHaveBeenCalledTimes(3);
});
