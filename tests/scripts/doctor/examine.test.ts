import { stripVTControlCharacters } from 'node:util';
import { examine } from '../../../scripts/doctor/examine';
import { found } from '../../../scripts/doctor/findings';
import type { Check, Patient } from '../../../scripts/doctor/patient';
import { findingLines } from '../../../scripts/doctor/print-findings';
import { VenueError } from '../../../src/exchange/venue-error';
import { TemporalUnreachable } from '../../../src/temporal/connection';

const nobody = {} as Patient;
const well: Check = () => Promise.resolve([found('venue.answers', 'paper answers')]);
const failing =
  (error: Error): Check =>
  () =>
    Promise.reject(error);

it.each<[string, Check, string]>([
  [
    'Temporal is away',
    failing(new TemporalUnreachable('127.0.0.1:1', 'ECONNREFUSED')),
    'cannot tell: Temporal is away',
  ],
  [
    'the venue is away',
    failing(new VenueError({ type: 'VenueUnreachable', detail: 'no answer', needsPerson: false })),
    'cannot tell: no answer',
  ],
  ['our own code is wrong', failing(new TypeError('x is not a function')), 'cannot tell: x is not a function'],
  ['nothing comes back', () => new Promise(() => undefined), 'cannot tell: no answer within 0.05 s'],
])('where %s, that check cannot tell, and the others do', async (_name, check, says) => {
  expect(await examine(nobody, { keys: check, venue: well }, 50)).toEqual([
    { id: 'cannotTell', check: 'keys', state: 'cannotTell', says, remedy: null },
    found('venue.answers', 'paper answers'),
  ]);
});

it('each finding is a line, its remedy another, and the count comes last', () => {
  const lines = findingLines([found('venue.answers', 'paper answers'), found('worker.none', 'nobody polls')], 'main');
  expect(lines.map(stripVTControlCharacters)).toEqual([
    '✓ venue            paper answers',
    '✗ worker           nobody polls',
    '                   → start `closeproof worker --account ACCOUNT`',
    '',
    'main: failures 1, warnings 0, cannot tell 0',
  ]);
});
