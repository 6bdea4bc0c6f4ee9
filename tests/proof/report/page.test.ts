/** The page of a proof in a real browser: on a screen, on a phone, on paper. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PROOF_POLICY } from '../../../src/monitor/http/routes/close-routes';
import type { HistoryJson } from '../../../src/proof/file/proof-file';
import { proofPage } from '../../../src/proof/report/html/page';
import { openChromium } from '../../monitor/board/support/chromium';
import { FAINT_TEXT, NAMELESS_CONTROLS } from '../../monitor/board/support/contrast';
import { aProof } from '../support/a-page';
import { Doctored } from '../support/doctor';
import { closes, heldJson } from '../support/histories';

jest.setTimeout(60_000);
const INSTALL_PATIENCE_MS = 300_000;
const ADDRESS = 'http://proof.test/';
const DESKTOP: BrowserContextOptions = { viewport: { width: 1120, height: 900 }, colorScheme: 'light' };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, colorScheme: 'dark' };

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
}, INSTALL_PATIENCE_MS);
afterAll(() => browser?.close());

let complaints: string[] = [];
let asked: string[] = [];
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  // Neither does the browser find fault with it, nor does it ask for anything but itself.
  expect(complaints).toEqual([]);
  expect(asked).toEqual([ADDRESS]);
});

/** As the monitor serves it: under a policy that lets it do nothing. */
async function open(json: HistoryJson | string, options = DESKTOP): Promise<Page> {
  [complaints, asked] = [[], []];
  const page = await (await browser.newContext(options)).newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  const headers = { 'content-security-policy': PROOF_POLICY };
  const body = proofPage(aProof(json));
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body }));
  await page.goto(ADDRESS);
  return page;
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

it('begins with the verdict, then the picture, and folds the raw history away', async () => {
  const page = await open('split-with-stop-and-joined');
  const headings = await page.locator('main h2').allTextContents();
  expect(headings.slice(0, 2)).toEqual([
    'The position, and what was done about it',
    'Six checks, each with the events that prove it',
  ]);
  expect(headings).toContain('What this does not show');
  expect(await page.locator('.seal').innerText()).toBe('PASS');
  expect(await page.locator('.verdict').innerText()).toContain('Flat: closed');
  const raw = page.locator('details', { hasText: 'The history, 58 events' });
  expect(await raw.locator('pre').isVisible()).toBe(false);
  await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))');
  expect(await raw.locator('pre').innerText()).toContain('EVENT_TYPE_WORKFLOW_EXECUTION_STARTED');
});

it.each(closes())(
  'of %s shows marks, lanes and links that lead somewhere, and can be read in light and dark',
  async (name) => {
    const page = await open(name);
    expect(await page.locator('svg.picture .mark').count()).toBeGreaterThan(1);
    const dead = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')).filter((id) => !document.querySelector(id))`,
    );
    expect(dead).toEqual([]);
    expect(await page.evaluate(NAMELESS_CONTROLS)).toEqual([]);
    expect(await page.evaluate(FAINT_TEXT)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(FAINT_TEXT)).toEqual([]);
  },
);

it('fits a phone without scrolling sideways', async () => {
  expect(await overflow(await open('lost-reply-absent', PHONE))).toBeLessThanOrEqual(0);
});

it('on paper is black on white whatever the reader likes, fits the sheet, and leaves the raw history out', async () => {
  const page = await open('split-with-stop-and-joined', { ...DESKTOP, colorScheme: 'dark' });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  // The width of A4 between its margins, at 96 dots an inch.
  await page.setViewportSize({ width: 695, height: 1_000 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await page.locator('.raw').isVisible()).toBe(false);
  expect(await page.evaluate(FAINT_TEXT)).toEqual([]);
});

it('a note with markup in it stays text, and does nothing', async () => {
  const note = '<script>document.title = "taken"</script><img src=x onerror="document.title = \'taken\'">';
  const page = await open(new Doctored('closed').editStart((decision) => (decision['note'] = note)).history);
  expect(await page.title()).toBe('Proof of BTCUSDT long, account main: PASS');
  expect(await page.locator('section', { hasText: 'Who asked' }).innerText()).toContain(note);
  expect(await page.locator('main img, main script').count()).toBe(0);
});

it('a close that is held is not said to be flat, and what is to come is said not to be shown', async () => {
  const page = await open(heldJson());
  expect(await page.locator('.seal').innerText()).toBe('CANNOT TELL');
  expect(await page.locator('.verdict').innerText()).toContain('Not known to be flat: still running');
  expect(await page.locator('.scope').innerText()).toContain('What is still to come');
});

it('a check that fails colours the whole page’s verdict', async () => {
  const forged = new Doctored('closed').editAsked('placeOrder', (order) => (order['quantity'] = '0.5'));
  const page = await open(forged.history);
  expect(await page.locator('.seal').innerText()).toBe('FAIL');
  expect(await page.locator('.verdict').innerText()).toContain('5 of 6 checks pass; only-reduces failed');
});
