import { allStarted } from '../../../scripts/local-stack/all-started';

it('where one part fails at once, the fault waits for those that are still starting', async () => {
  const running: string[] = [];
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('temporal'), 20)).then((part) => {
    running.push(part);
    return part;
  });
  await expect(allStarted([Promise.reject(new Error('no paper')), slow])).rejects.toThrow('no paper');
  expect(running).toEqual(['temporal']);
});

it('where all start, it is all of them, in order', async () => {
  expect(await allStarted([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
});
