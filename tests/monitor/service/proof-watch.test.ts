import { ProofWatch } from '../../../src/monitor/service/proof-watch';
import { writeCollectorState } from '../../../src/proof/collect/collector-file';
import { aFolder, fill } from '../../proof/support/an-archive';

it('knows nothing where nobody has collected yet', async () => {
  const watch = new ProofWatch(aFolder());
  await watch.look();
  expect(watch.view()).toMatchObject({ count: 0, head: null, behind: null, lastPassAt: null, faults: [] });
});

it('tells the head, how far the collector is behind, and what is wrong', async () => {
  const folder = aFolder();
  const { head } = await fill(folder);
  await writeCollectorState(folder, {
    ...{ completeUntil: null, sweptAt: null, lastPassAt: '2026-11-26T12:00:00.000Z', behind: 3 },
    ...{
      nextDeletionAt: '2026-11-27T12:00:00.000Z',
      faults: ['the disk is full'],
      lost: ['close:main:BTCUSDT:long r'],
    },
  });
  const watch = new ProofWatch(folder);
  await watch.look();
  expect(watch.view()).toEqual({
    ...{ count: 5, head: head?.sha256, headAt: head?.at, behind: 3, nextDeletionAt: '2026-11-27T12:00:00.000Z' },
    lastPassAt: '2026-11-26T12:00:00.000Z',
    faults: ['the disk is full', 'Temporal deleted before it had a proof: close:main:BTCUSDT:long r'],
  });
});
