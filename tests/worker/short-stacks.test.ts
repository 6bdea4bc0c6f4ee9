import { setFlagsFromString } from 'node:v8';
import { createContext, runInContext } from 'node:vm';
import { keepStacksShort } from '../../worker/short-stacks';

afterAll(() => setFlagsFromString('--stack-trace-limit=10'));

const limitIn = (context: object): unknown => runInContext('Error.stackTraceLimit', createContext(context));

it('shortens the stacks of contexts to come, as workflows have, and not our own', () => {
  const ours = Error.stackTraceLimit;
  expect(limitIn({})).toBe(10);
  keepStacksShort();
  expect(limitIn({})).toBe(4);
  expect(Error.stackTraceLimit).toBe(ours);
});
