import { standingAfter, WELL } from '../../src/domain/collected-proofs';
import type { Collected, Collection, ProofsStanding } from '../../src/domain/collected-proofs';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const inDays = (days: number): string => new Date(NOW + days * DAY).toISOString();

const collected = (changes: Partial<Collection> = {}): Collected => ({
  ...{ kind: 'collected', exported: 1, behind: 0, nextDeletionAt: null, retentionMs: 30 * DAY, more: false },
  ...{ head: null, faults: [], lost: [], ...changes },
});

const stateAfter = (pass: Collected, before: ProofsStanding = WELL) => standingAfter(pass, before, NOW).state;

it.each<[string, Collected, ProofsStanding['state']]>([
  ['everything has its proof', collected(), 'well'],
  ['something waits, with weeks to go', collected({ behind: 2, nextDeletionAt: inDays(20) }), 'well'],
  [
    'something waits, and is deleted within three days',
    collected({ behind: 2, nextDeletionAt: inDays(2.9) }),
    'nearDeletion',
  ],
  [
    'retention is a day, and half of it is over',
    collected({ behind: 1, nextDeletionAt: inDays(0.4), retentionMs: DAY }),
    'nearDeletion',
  ],
  [
    'retention is a day, and less of it is over',
    collected({ behind: 1, nextDeletionAt: inDays(0.6), retentionMs: DAY }),
    'well',
  ],
  ['something cannot be written', collected({ faults: ['the disk is full'] }), 'failing'],
  [
    'it cannot be written and nears deletion',
    collected({ behind: 1, faults: ['full'], nextDeletionAt: inDays(1) }),
    'nearDeletion',
  ],
  ['something was deleted before', collected({ lost: ['close:main:BTCUSDT:long run'] }), 'lost'],
  ['the pass itself fails', { kind: 'failed', because: 'no folder' }, 'failing'],
])('%s', (_what, pass, state) => {
  expect(stateAfter(pass)).toBe(state);
});

it('a pass that found another at work says nothing new', () => {
  const before: ProofsStanding = { state: 'failing', says: 'the disk is full' };
  expect(standingAfter({ kind: 'busy', because: 'another' }, before, NOW)).toBe(before);
});

it('a person reads what is wrong, and by when', () => {
  const pass = collected({ behind: 3, faults: ['the disk is full'], nextDeletionAt: inDays(1) });
  const { says } = standingAfter(pass, WELL, NOW);
  expect(says).toBe(
    `3 finished closes have no proof yet, and Temporal deletes the first of them at ${inDays(1)}: the disk is full`,
  );
});
