import { readStormOptions } from '../../../bench/storm/options';

describe('what a storm is asked to be', () => {
  it('is 300 positions on the dev server with two workers, where nobody says otherwise', () => {
    expect(readStormOptions({})).toEqual({
      ...{ positions: 300, server: 'dev', workers: 2, phase: null, picture: null },
      ...{ killWorker: false, alternatives: false, json: false },
    });
  });

  it.each([
    [{ positions: '0' }, '--positions 0: a whole number from 1 to 1200'],
    [{ positions: 'many' }, '--positions many: a whole number from 1 to 1200'],
    [{ workers: '1.5' }, '--workers 1.5: a whole number from 1 to 16'],
    [{ phase: '10' }, '--phase 10: a whole number from 0 to 9'],
    [{ server: 'mysql' }, '--server mysql: the servers are dev, postgres'],
  ])('%j is refused by name', (typed, sentence) => {
    expect(() => readStormOptions(typed)).toThrow(sentence);
  });
});
