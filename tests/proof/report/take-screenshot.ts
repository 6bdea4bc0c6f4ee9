import { join } from 'node:path';
import { proofPage } from '../../../src/proof/report/html/page';
import { packageRoot } from '../../../src/temporal/package-root';
import { openChromium } from '../../monitor/board/support/chromium';
import { aProof } from '../support/a-page';

/** Draws docs/images/proof.png anew: npx tsx tests/proof/report/take-screenshot.ts */
async function main(): Promise<void> {
  const browser = await openChromium();
  const page = await browser.newPage({
    viewport: { width: 1080, height: 1_190 },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
  });
  await page.setContent(proofPage(aProof('split-with-stop-and-joined')));
  await page.screenshot({ path: join(packageRoot(), 'docs', 'images', 'proof.png') });
  await browser.close();
}

void main();
