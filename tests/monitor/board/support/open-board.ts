import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Service } from '../../http/support/service';

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A board in a real browser, before a service of ours. What the browser complains about is kept. */
export interface OpenBoard {
  service: Service;
  page: Page;
  complaints: string[];
  posts: string[];
  leave(): Promise<void>;
}

export async function openBoard(browser: Browser, service: Service, options = DESKTOP): Promise<OpenBoard> {
  if (service.url === '') await service.listen();
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const [complaints, posts]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.method() !== 'GET') posts.push(`${request.method()} ${request.url().replace(service.url, '')}`);
  });
  await page.goto(service.url);
  await page.locator('#pulse[data-state="ok"]').waitFor();
  const leave = async (): Promise<void> => {
    await context.close();
    await service.end();
  };
  return { service, page, complaints, posts, leave };
}
