import type { ExchangeOptions } from '../../exchange-options';
import { Usdm } from './usdm';
import type { UsdmHooks } from './usdm';

const PAPER_URL = 'http://127.0.0.1:8100';

export function makeUsdm(options: ExchangeOptions, hooks: UsdmHooks): Usdm {
  const { venue, apiKey, secret, paperUrl = PAPER_URL } = options;
  const usdm = new Usdm({ apiKey, secret }, hooks);
  if (venue === 'paper') usdm.moveTo(paperUrl);
  if (venue === 'binanceusdm-demo') usdm.enableDemoTrading(true);
  return usdm;
}
