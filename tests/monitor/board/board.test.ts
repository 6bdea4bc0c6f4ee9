import type { Browser, Locator } from 'playwright-core';
import { FixtureMonitor } from '../http/support/fixture-monitor';
import { SETTINGS, Service, TOKEN } from '../http/support/service';
import { closeView, flattenNow, positionView } from '../http/support/views';
import { openChromium } from './support/chromium';
import { FAINT_TEXT, NAMELESS_CONTROLS } from './support/contrast';
import { MovingMarket, closeAtStep } from './support/moving-market';
import { DESKTOP, PHONE, openBoard } from './support/open-board';
import type { OpenBoard } from './support/open-board';

jest.setTimeout(60_000);
const INSTALL_PATIENCE_MS = 300_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
}, INSTALL_PATIENCE_MS);
afterAll(() => browser?.close());

let board: OpenBoard;
const open = async (
  furnish: (monitor: FixtureMonitor) => void,
  options = DESKTOP,
  settings = SETTINGS,
): Promise<OpenBoard> => {
  const monitor = new FixtureMonitor();
  furnish(monitor);
  return (board = await openBoard(browser, new Service(monitor, settings), options));
};
afterEach(async () => {
  // What a browser complains about is a fault, whichever test came upon it.
  const complaints = board.complaints.splice(0);
  await board.leave();
  expect(complaints).toEqual([]);
});

const rowOf = (name: string): Locator =>
  board.page.locator('#rows tr', { has: board.page.locator(`[aria-label^="${name}"]`) }).first();

async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const endMs = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > endMs) throw new Error(`it stayed ${JSON.stringify(value)}`);
    await board.page.waitForTimeout(50);
  }
}

describe('positions', () => {
  test('stand in the order of their nearest exit, and move as the market does', async () => {
    const { page, service } = await open((monitor) => {
      monitor.positionsNow = [
        positionView({ marketId: 'FARUSDT', markPrice: '60300' }),
        positionView({ marketId: 'NEARUSDT', markPrice: '61450' }),
        positionView({ marketId: 'SHORTUSDT', side: 'short', markPrice: '60500' }),
      ];
    });
    await until(
      () => page.locator('#rows [data-part="base"]').allTextContents(),
      (names) => names.join() === 'NEAR,SHORT,FAR',
    );
    expect(await rowOf('NEARUSDT').locator('.nearest').textContent()).toBe('0.08 % to take profit at 61,500.0');
    expect(await rowOf('SHORTUSDT').getAttribute('data-way')).toBe('loss');
    const places = () =>
      page.evaluate(
        '[...document.querySelectorAll("#rows .mark")].map((mark) => mark.parentElement.style.getPropertyValue("--at"))',
      );
    const before = (await places()) as string[];
    service.monitor.positionsNow = [
      positionView({ marketId: 'FARUSDT', markPrice: '59200' }),
      ...service.monitor.positionsNow.slice(1),
    ];
    await until(
      () => rowOf('FARUSDT').locator('[data-part="profit"]').textContent(),
      (text) => text === '−400.00',
    );
    const after = (await places()) as string[];
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    // Loss is on the left: it has moved there.
    expect(parseFloat(after[2]!)).toBeLessThan(parseFloat(before[2]!));
    expect(await page.locator('#field').getAttribute('aria-label')).toBe(
      '3 positions: 1 in profit, 2 within 0.5 % of an exit',
    );
  });

  test('come, go, and are found by the filter', async () => {
    const { page, service } = await open((monitor) => void new MovingMarket(monitor, 30));
    await page.getByRole('searchbox').fill('short btc');
    await until(
      () => page.locator('#rows tr').count(),
      (count) => count <= 1,
    );
    await page.getByRole('searchbox').fill('sol');
    await until(
      () => page.locator('#rows [data-part="base"]').allTextContents(),
      (names) => names.join() === 'SOL',
    );
    await page.getByRole('searchbox').fill('');
    service.monitor.positionsNow = [];
    await until(
      () => page.locator('#rows tr').count(),
      (count) => count === 0,
    );
    expect(await page.locator('#empty').textContent()).toBe('No open positions.');
  });

  test('tell their rules on request, and what keeps them from firing at once', async () => {
    const { page } = await open((monitor) => {
      monitor.positionsNow = [
        positionView({ markPrice: null, priceAgeMs: null, warnings: ['<b>the price jumped</b>'] }),
      ];
    });
    expect(await page.locator('.alert').textContent()).toBe('⚠ 4 warnings');
    await page.getByRole('button', { name: 'BTCUSDT long: its rules' }).press('Enter');
    expect(await page.getByRole('button', { name: 'BTCUSDT long: its rules' }).getAttribute('aria-expanded')).toBe(
      'true',
    );
    const rules = await page.locator('tr.rules li').allTextContents();
    expect(rules[0]).toBe('⚠ <b>the price jumped</b>');
    expect(rules[1]).toBe('⚠ stopLoss is blind: there is no price');
  });

  test('do not change places under a hand', async () => {
    const { page, service } = await open((monitor) => {
      monitor.positionsNow = [
        positionView({ marketId: 'AUSDT', markPrice: '61000' }),
        positionView({ marketId: 'BUSDT' }),
      ];
    });
    await rowOf('BUSDT').hover();
    service.monitor.positionsNow = [
      positionView({ marketId: 'AUSDT' }),
      positionView({ marketId: 'BUSDT', markPrice: '61400' }),
    ];
    await until(
      () => rowOf('BUSDT').locator('[data-part="mark"]').textContent(),
      (text) => text === '61,400',
    );
    await page.waitForTimeout(3_500);
    expect(await page.locator('#rows [data-part="base"]').allTextContents()).toEqual(['A', 'B']);
    service.monitor.positionsNow = [
      positionView({ marketId: 'CUSDT', markPrice: '61490' }),
      ...service.monitor.positionsNow,
    ];
    await until(
      () => page.locator('#rows [data-part="base"]').allTextContents(),
      (names) => names.join() === 'A,B,C',
    );
    await page.mouse.move(5, 5);
    await until(
      () => page.locator('#rows [data-part="base"]').allTextContents(),
      (names) => names.join() === 'C,B,A',
    );
  });

  test('a thousand of them are all on the field, the nearest in the table, and the page keeps up', async () => {
    let market: MovingMarket | undefined;
    const { page } = await open((monitor) => (market = new MovingMarket(monitor, 1_000)));
    const moving = setInterval(() => market?.step(), 300);
    expect(await page.locator('.dot').count()).toBe(1_000);
    expect(await page.locator('#rows tr').count()).toBe(60);
    const frames = await page.evaluate(
      'new Promise((resolve) => { let count = 0; const end = performance.now() + 3000; const next = () => { count += 1; performance.now() < end ? requestAnimationFrame(next) : resolve(count); }; next(); })',
    );
    clearInterval(moving);
    expect(frames).toBeGreaterThan(15);
    await page.getByRole('button', { name: 'Show more' }).click();
    expect(await page.locator('#rows tr').count()).toBe(260);
  });
});

describe('closes', () => {
  const lights = () =>
    board.page.evaluate('[...document.querySelectorAll(".steps li")].map((step) => step.dataset.state)');

  test('light up step by step, and become a line with links when they have finished', async () => {
    const { page, service } = await open((monitor) => (monitor.closesNow = []));
    for (let step = 0; step < 4; step += 1) {
      service.monitor.closesNow = [closeAtStep(step)];
      const expected = [0, 1, 2, 3].map((index) => (index < step ? 'done' : index === step ? 'running' : 'idle'));
      await until(lights, (states) => JSON.stringify(states) === JSON.stringify(expected));
    }
    expect(await page.locator('.card .elapsed').textContent()).toMatch(/ m?s$/);
    service.monitor.closesNow = [closeView({ proofLink: '/closes/close:main:BTCUSDT:long/proof' })];
    await page.locator('#recent li').waitFor();
    expect(await page.locator('.card').count()).toBe(0);
    expect(await page.locator('#recent .outcome').textContent()).toBe('✓ closed');
    expect(await page.locator('#recent .flat').textContent()).toBe('388 ms');
    expect(
      await page.evaluate('[...document.querySelectorAll("#recent a")].map((link) => link.getAttribute("href"))'),
    ).toEqual(['/closes/close:main:BTCUSDT:long/proof', closeView().uiLink]);
    expect(await page.locator('#announce').textContent()).toBe(
      'Closing BTCUSDT long: stop lossBTCUSDT long finished: closed in 388 ms',
    );
  });

  test('that are held interrupt a screen reader, and name their trouble as text', async () => {
    const { page, service } = await open((monitor) => (monitor.closesNow = [closeAtStep(0)]));
    service.monitor.closesNow = [
      closeAtStep(0, {
        state: 'held',
        trouble: '<img src=x> the venue refuses the key',
        uiLink: 'javascript:alert(1)',
      }),
    ];
    await page.locator('.card[data-state="held"]').waitFor();
    expect(await page.locator('#alarm').textContent()).toBe(
      'Held, and needs a person: BTCUSDT long. <img src=x> the venue refuses the key',
    );
    expect(await page.locator('.card .trouble').textContent()).toContain('<img src=x>');
    expect(await page.locator('.card a').getAttribute('href')).toBe('#');
  });

  test('show their proof chain from the history, and give the focus back', async () => {
    const { page } = await open(() => undefined);
    const chain = page.getByRole('button', { name: 'Proof chain of BTCUSDT long' });
    await chain.press('Enter');
    await page.locator('.chain li').first().waitFor();
    expect(await page.locator('.chain b').allTextContents()).toEqual([
      'EXIT_PUBLISH',
      'MARGIN CHECK SKIPPED',
      'CLOSE_EXECUTED',
      'TERMINAL STATE: FILLED',
    ]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Proof chain of BTCUSDT long',
    );
  });
});

describe('a manual close', () => {
  test('by keyboard alone sends exactly one request, the right one, and keeps the token nowhere', async () => {
    const { page, service, posts } = await open((monitor) => {
      monitor.positionsNow = [positionView(), positionView({ marketId: 'ETHUSDT', side: 'short' })];
    });
    await page.getByRole('button', { name: 'Close ETHUSDT short…' }).press('Enter');
    await page.getByRole('dialog', { name: 'Close ETHUSDT short?' }).waitFor();
    for (const text of ['alice', 'maintenance', TOKEN]) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Close the position');
    await page.keyboard.press('Enter');
    await page.locator('#manual-close .receipt').waitFor();
    expect(await page.locator('#manual-close .receipt').textContent()).toBe('✓ The close has started. Temporal ↗');
    expect(posts).toEqual(['POST /manual-close/ETHUSDT?force=true&side=short&reason=maintenance']);
    expect(service.monitor.manualCloses).toMatchObject([
      { symbol: 'ETH/USDT:USDT', side: 'short', operator: 'alice', reason: 'maintenance' },
    ]);
    expect(service.monitor.manualCloses[0]!.idempotencyKey).toMatch(/^[0-9a-f]{24}$/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Close ETHUSDT short…');
    expect(
      await page.evaluate(
        'JSON.stringify([localStorage, sessionStorage, document.body.outerHTML, [...document.querySelectorAll("input")].map((one) => one.value)])',
      ),
    ).not.toContain(TOKEN);
  });

  test('that is refused says why and what to do, and asks again as the same request', async () => {
    const { page, service, complaints } = await open(() => undefined);
    await page.getByRole('button', { name: 'Close BTCUSDT long…' }).click();
    await page.getByLabel('Your name').last().fill('alice');
    await page.getByLabel('Why').last().fill('x');
    await page.getByLabel('Exit token').last().fill('wrong');
    await page.getByRole('button', { name: 'Close the position' }).click();
    expect(await page.locator('#manual-close .problem').textContent()).toContain('The token is wrong');
    service.monitor.manualCloseAnswer = { kind: 'temporalAway', because: 'no answer at 127.0.0.1:7233' };
    await page.getByLabel('Exit token').last().fill(TOKEN);
    await page.getByRole('button', { name: 'Close the position' }).click();
    await page.getByText('Temporal does not answer no answer at 127.0.0.1:7233.').waitFor();
    service.monitor.manualCloseAnswer = undefined;
    await page.getByRole('button', { name: 'Close the position' }).click();
    await page.locator('#manual-close .receipt').waitFor();
    expect(new Set(service.monitor.manualCloses.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    // The browser itself reports answers of 401 and 503.
    expect(complaints.splice(0).every((one) => /status of (401|503)/.test(one))).toBe(true);
  });

  test('can be left without a trace', async () => {
    const { page, posts } = await open(() => undefined);
    await page.getByRole('button', { name: 'Close BTCUSDT long…' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close BTCUSDT long…' }).click();
    await page.getByRole('button', { name: 'Leave it open' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(posts).toEqual([]);
  });

  test('is not offered where it is disabled', async () => {
    const { page } = await open((monitor) => (monitor.healthNow.manualClose.enabled = false), DESKTOP, {
      ...SETTINGS,
      manualCloseEnabled: false,
    });
    await page.locator('#rows tr').waitFor();
    expect(await page.getByRole('button', { name: /^Close BTCUSDT/ }).count()).toBe(0);
  });
});

describe('flattening the account', () => {
  const button = () => board.page.locator('#flatten button');

  test('takes a disclosure, a name, a reason, a token and the account’s name: nothing less presses the button', async () => {
    const { page, posts, service } = await open((monitor) => void new MovingMarket(monitor, 45));
    expect(await button().isVisible()).toBe(false);
    await page.getByText('Flatten the account').first().click();
    await page.locator('#flatten-count', { hasText: 'all 45 positions' }).waitFor();
    const fields = { operator: 'alice', reason: 'fire', token: TOKEN, confirm: 'main' };
    for (const [name, value] of Object.entries(fields)) {
      expect(await button().isDisabled()).toBe(true);
      await page.locator(`#flatten [name=${name}]`).press('Enter');
      await page.locator(`#flatten [name=${name}]`).fill(value === 'main' ? 'FLATTEN' : value);
    }
    expect(await button().isDisabled()).toBe(true);
    await page.locator('#flatten [name=confirm]').press('Enter');
    expect(posts).toEqual([]);
    await page.locator('#flatten [name=confirm]').fill('main');
    await button().click();
    await page.getByText('The flatten has started.').waitFor();
    expect(posts).toEqual(['POST /flatten?confirm=main&reason=fire']);
    expect(service.monitor.flattens).toMatchObject([{ operator: 'alice', reason: 'fire' }]);
    // Disarmed at once: a second press does nothing.
    expect(await button().isDisabled()).toBe(true);
    expect(await page.locator('#flatten [name=token]').inputValue()).toBe('');
  });

  test('is seen while it runs: a bar, who asked, and what is held by its name', async () => {
    const { page, service } = await open((monitor) => void (monitor.flattenNow = flattenNow()));
    const panel = page.getByRole('region', { name: 'Flattening' });
    await panel.getByText('Flattening: 1 of 3 positions flat, 2 opening orders cancelled').waitFor();
    await panel.getByText('alice: every position, exchange in trouble').waitFor();
    await panel.getByText('XRPUSDT long 900: the venue refuses the key').waitFor();
    const bar = panel.getByRole('progressbar', { name: 'Positions that are flat' });
    expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['1', '3']);

    const counts = { positions: 3, flat: 3, held: 0, ordersCancelled: 2 };
    const ended = { running: false, state: 'finished', outcome: 'flat', flatAfterMs: 3_210 } as const;
    service.monitor.flattenNow = flattenNow({ ...ended, counts, held: [] });
    await panel.getByText('Flat: 3 of 3 positions flat, 2 opening orders cancelled, after 3.2 s').waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(0);
  });

  test('of long ago is not shown', async () => {
    const { page } = await open((monitor) => {
      monitor.flattenNow = flattenNow({ running: false, outcome: 'flat', startedAt: '2026-01-01T00:00:00.000Z' });
    });
    await page.waitForResponse((response) => response.url().endsWith('/flatten'));
    expect(await page.locator('#flattening').isVisible()).toBe(false);
  });

  test('is the last thing on the page, away from everything else', async () => {
    const { page } = await open((monitor) => void new MovingMarket(monitor, 45));
    const [danger, main] = [await page.locator('#danger').boundingBox(), await page.locator('main').boundingBox()];
    expect(danger!.y).toBeGreaterThan(main!.y + main!.height + 40);
  });
});

describe('for everybody', () => {
  const busy = (monitor: FixtureMonitor): void => {
    new MovingMarket(monitor, 45);
    monitor.positionsNow.push(positionView({ marketId: 'BLINDUSDT', markPrice: null, warnings: ['a warning'] }));
    monitor.closesNow = [
      closeAtStep(2),
      closeAtStep(0, { runId: '2', state: 'held', trouble: 'the venue refuses the key' }),
      closeView({ runId: '3' }),
    ];
    monitor.healthNow.warnings = ['the rule file was refused'];
    monitor.flattenNow = flattenNow();
    monitor.healthNow.feeds[1]!.state = 'fallback';
    monitor.healthNow.feeds[2]!.state = 'down';
  };

  test.each(['dark', 'light'] as const)('in the %s, every text stands out from its ground', async (colorScheme) => {
    const { page } = await open(busy, { ...DESKTOP, colorScheme });
    await page.getByText('Flatten the account').first().click();
    expect(await page.evaluate(FAINT_TEXT)).toEqual([]);
  });

  test('every control has a name, and no id stands twice', async () => {
    const { page } = await open(busy);
    expect(await page.evaluate(NAMELESS_CONTROLS)).toEqual([]);
    expect(
      await page.evaluate(
        '[...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, index, all) => all.indexOf(id) !== index)',
      ),
    ).toEqual([]);
    expect(await page.getByRole('table', { name: 'Positions' }).getByRole('rowheader').count()).toBe(46);
  });

  test('on a phone nothing leaves the screen, and fingers find the buttons', async () => {
    const { page } = await open(busy, PHONE);
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(await overflow()).toBe(0);
    await page.getByText('Flatten the account').first().click();
    expect(await overflow()).toBe(0);
    const close = page.getByRole('button', { name: /^Close BTCUSDT/ });
    expect((await close.boundingBox())!.height).toBeGreaterThanOrEqual(40);
    expect(await page.getByRole('table', { name: 'Positions' }).getByRole('rowheader').count()).toBe(46);
    // What is closing is seen without passing forty-six positions.
    const [card, table] = [
      await page.locator('.card').first().boundingBox(),
      await page.locator('#positions').boundingBox(),
    ];
    expect(card!.y).toBeLessThan(table!.y);
    await close.tap();
    expect(await overflow()).toBe(0);
  });

  test('the theme can be chosen, and is remembered', async () => {
    const { page } = await open(() => undefined);
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('button', { name: 'Theme: dark' }).click();
    expect(await ground()).not.toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: 'Theme: light' }).waitFor();
    expect(await ground()).not.toBe(dark);
  });

  test('a board that hears nothing says so, and a service that comes back is heard', async () => {
    const { page, service, complaints } = await open(() => undefined);
    const port = Number(new URL(service.url).port);
    await service.end();
    await page.locator('#pulse[data-state="silent"]').waitFor();
    expect(await page.locator('#pulse').textContent()).toMatch(/^Not live: last heard/);
    const monitor = new FixtureMonitor();
    monitor.positionsNow = [positionView({ marketId: 'BACKUSDT' })];
    const next = await new Service(monitor, { ...SETTINGS, port }).listen();
    await page.getByText('BACK', { exact: true }).waitFor({ timeout: 20_000 });
    await page.locator('#pulse[data-state="ok"]').waitFor();
    expect(
      complaints
        .splice(0)
        .every((one) => /ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_RESET)/.test(one)),
    ).toBe(true);
    await next.end();
  });

  test('the API’s own page works under its policy', async () => {
    const { page, service } = await open(() => undefined);
    await page.goto(`${service.url}/docs/`);
    await page.getByText('Close one position by hand').waitFor();
  });
});
