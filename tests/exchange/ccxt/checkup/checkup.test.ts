import { readAccountState } from '../../../../src/exchange/ccxt/checkup/account-state';
import { readKeyPermissions } from '../../../../src/exchange/ccxt/checkup/key-permissions';
import { createCheckup } from '../../../../src/exchange/create-checkup';
import { startPaperExchange } from '../../../../src/paper';
import type { PaperExchange } from '../../../../src/paper';

describe('on paper', () => {
  const AHEAD_MS = 7_000;
  let paper: PaperExchange;
  beforeAll(
    async () => (paper = await startPaperExchange({ port: 0, mode: 'hedge', now: () => Date.now() + AHEAD_MS })),
  );
  afterAll(() => paper.stop());

  const checkup = (apiKey = 'paper-key') =>
    createCheckup({ venue: 'paper', apiKey, secret: 'paper-secret', paperUrl: paper.url });

  it('the account, the clock and the weight are told, and what the key may do is not', async () => {
    const venue = checkup();
    await venue.connect();
    expect(await venue.readAccount()).toEqual({ canTrade: true, mode: 'hedge' });
    expect(venue.weightUsed()).toEqual({ used1m: expect.any(Number) as number, limit1m: 2_400 });
    // Half a round trip is what an estimate may be off by; a busy machine makes long ones.
    expect(Math.abs(venue.clockOffsetMs() - AHEAD_MS)).toBeLessThan(AHEAD_MS / 2);
    expect(await venue.readKeyPermissions()).toBeNull();
  });

  it('a wrong key is the venue’s refusal', async () => {
    await expect(checkup('another-key').readAccount()).rejects.toMatchObject({
      trouble: { type: 'CredentialsRefused' },
    });
  });
});

it('what the spot API tells of a key is read in our words', () => {
  const told = { ipRestrict: false, createTime: 1, enableReading: true, enableFutures: true, enableWithdrawals: true };
  expect(readKeyPermissions(told)).toEqual({ tradesFutures: true, withdraws: true, boundToAddresses: false });
});

it.each([
  ['an answer without a word on withdrawals', () => readKeyPermissions({ ipRestrict: true, enableFutures: true })],
  ['settings without a word on trading', () => readAccountState({ dualSidePosition: false })],
])('%s is no permission and no prohibition: it cannot be read', (_name, read) => {
  expect(read).toThrow(/cannot be read/);
});
