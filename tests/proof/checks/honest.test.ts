/** Histories as they were: what the six checks say of closes that nobody has tampered with, however they ended. */
import { factsOf } from '../../../src/proof/history-facts';
import { checked, troubled } from '../support/checked';
import { closes, heldJson, historyJson, historyOf } from '../support/histories';

jest.setTimeout(120_000);

it.each(closes().filter((name) => name !== 'continued-as-new'))('%s passes all six', async (name) => {
  const checks = await checked(historyJson(name));
  expect(checks).toHaveLength(6);
  expect(checks.filter(({ verdict }) => verdict !== 'PASS')).toEqual([]);
});

it.each(closes())('each check of %s cites invariants, and events that the history has', async (name) => {
  const { eventIds } = factsOf(historyOf(name));
  for (const check of await checked(historyJson(name))) {
    expect(check.invariants.length).toBeGreaterThan(0);
    expect(check.eventIds.length).toBeGreaterThan(0);
    expect(check.eventIds.filter((id) => !eventIds.includes(id))).toEqual([]);
  }
});

it('of a close that is held, nobody can tell that it is flat, and the rest passes so far', async () => {
  const checks = await checked(heldJson());
  expect(troubled(checks)).toEqual(['flat: CANNOT TELL']);
  expect(checks.find(({ id }) => id === 'intact')?.because).toContain('so far');
});

it('of a run that went on in a fresh history, the next run has the end', async () => {
  const checks = await checked(historyJson('continued-as-new'));
  expect(troubled(checks)).toEqual(['flat: CANNOT TELL']);
  expect(checks.find(({ id }) => id === 'flat')?.because).toContain('it goes on as run');
});

it('of an order whose fate was open when the history was cut off, nobody can tell how it ended', async () => {
  const { events } = historyJson('lost-reply-executed');
  const checks = await checked({ events: events.slice(0, 12) });
  expect(troubled(checks)).toEqual(['terminal: CANNOT TELL', 'flat: CANNOT TELL']);
});

it('a close that sent nothing says so, and does not claim more', async () => {
  const checks = await checked(historyJson('refused'));
  expect(checks.slice(1, 4).map(({ because }) => because)).toEqual(Array(3).fill('no order was sent'));
  expect(checks[4]?.because).toBe('it is not flat, and does not say so: refused; the position has not been read');
});
