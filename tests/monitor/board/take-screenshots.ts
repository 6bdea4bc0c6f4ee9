import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../../src/temporal/package-root';
import { Service } from '../http/support/service';
import { closeView, positionView } from '../http/support/views';
import { openChromium } from './support/chromium';
import { MovingMarket, closeAtStep } from './support/moving-market';

/** Draws docs/images/board-*.png anew: npx tsx tests/monitor/board/take-screenshots.ts */

const IMAGES = join(packageRoot(), 'docs', 'images');
const SAMPLED_FOR_MS = Number(process.argv[2] ?? 100_000);
const STEP_MS = 500;

const secondsAgo = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** What a busy quarter of an hour leaves behind. */
const RECENT = [
  ['LINKUSDT', 'long', 'TAKE_PROFIT', 'closed', 412, 14],
  ['ARBUSDT', 'short', 'STOP_LOSS', 'closed', 388, 95],
  ['OPUSDT', 'long', 'MANUAL', 'closed', 1_240, 190],
  ['TIAUSDT', 'long', 'STOP_LOSS', 'closedElsewhere', 96, 260],
  ['SEIUSDT', 'long', 'TRAILING_STOP', 'closed', 402, 412],
  ['CRVUSDT', 'short', 'MAX_HOLD', 'residual', 2_310, 700],
  ['SNXUSDT', 'long', 'STOP_LOSS', 'replaced', 71, 905],
] as const;

function furnish({ monitor }: Service): void {
  const sideOf = (id: string) => monitor.positionsNow.find(({ marketId }) => marketId === id)?.side ?? 'long';
  const of = (marketId: string) => ({
    marketId,
    side: sideOf(marketId),
    workflowId: `close:main:${marketId}:${sideOf(marketId)}`,
  });
  const finished = RECENT.map(([marketId, side, reason, outcome, timeToFlatMs, ago]) =>
    closeView({
      workflowId: `close:main:${marketId}:${side}`,
      marketId,
      side,
      reason,
      outcome,
      timeToFlatMs,
      startedAt: secondsAgo(ago + 1),
      finishedAt: secondsAgo(ago),
      source: reason === 'MANUAL' ? 'operator:alice' : 'exit-monitor',
      proofLink: `/closes/close:main:${marketId}:${side}/proof`,
    }),
  );
  const closing = [
    closeAtStep(3, {
      ...of('AVAXUSDT'),
      startedAt: secondsAgo(0.3),
      reason: 'TRAILING_STOP',
    }),
    closeAtStep(2, { ...of('SUIUSDT'), startedAt: secondsAgo(0.1) }),
    closeAtStep(0, {
      ...{ ...of('INJUSDT'), startedAt: secondsAgo(64) },
      ...{
        state: 'held',
        doing: 'looking again in 30 s',
        round: 4,
        trouble: 'the venue refuses the key (-2015): an operator must mend it',
      },
    }),
  ];
  monitor.closesNow = [...closing, ...finished];
  monitor.positionsNow = monitor.positionsNow.map((one) => {
    const close = closing.find(({ marketId }) => marketId === one.marketId);
    return close === undefined
      ? one
      : {
          ...one,
          close: { workflowId: close.workflowId, runId: close.runId, state: close.state, uiLink: close.uiLink },
        };
  });
  monitor.positionsNow.push(
    positionView({ marketId: 'MKRUSDT', entryPrice: '1420', markPrice: null, quantity: '2', priceAgeMs: null }),
  );
}

async function shoot(
  browser: Browser,
  url: string,
  name: string,
  page: { width: number; height: number; colorScheme: 'dark' | 'light' },
): Promise<void> {
  const { width, height, colorScheme } = page;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: width < 500 ? 2 : 1.5,
  });
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.locator('#rows tr').first().waitFor();
  await tab.waitForTimeout(1_500);
  await tab.screenshot({ path: join(IMAGES, `board-${name}.png`) });
  await context.close();
}

async function main(): Promise<void> {
  const service = await new Service().listen();
  const market = new MovingMarket(service.monitor, 45);
  const moving = setInterval(() => market.step(), STEP_MS);
  const browser = await openChromium();
  await new Promise((resolve) => setTimeout(resolve, SAMPLED_FOR_MS));
  furnish(service);
  await shoot(browser, service.url, 'dark', { width: 1440, height: 900, colorScheme: 'dark' });
  await shoot(browser, service.url, 'light', { width: 1440, height: 900, colorScheme: 'light' });
  await shoot(browser, service.url, 'phone', { width: 390, height: 844, colorScheme: 'dark' });
  clearInterval(moving);
  await browser.close();
  await service.end();
}

void main();
