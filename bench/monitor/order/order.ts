import { startLocalStack } from '../../../scripts/local-stack/local-stack';
import { demoPositions } from '../../../scripts/local-stack/demo-positions';
import { paperAdmin } from '../../../scripts/local-stack/paper-admin';
import type { Side } from '../../../src/domain/exit-decision';
import { durable } from '../../latency/ways';
import type { ClientPorts } from '../../../src/client/ports';
import { pause } from '../pause';
import { progress } from '../progress';
import { MARKET, MarketPlace } from './market-place';
import { startMonitorHere } from './monitor-here';
import { Pushes } from './pushes';
import { reportOrder } from './report';
import type { TimedExit } from './report';

const WARM_UP = 6;

/**
 * From the moment at which the venue pushes a price to the order that closes a position because of it, beside a plain close of
 * the same position through the same connection: in turns, so that what the machine does meanwhile falls on both alike.
 */
export async function order({ closes, json }: { closes: number; json: boolean }): Promise<void> {
  const stack = await startLocalStack({ ports: { temporal: 0, ui: 'none', paper: 0 } });
  const paper = paperAdmin(stack.paper.url);
  let decidedAtMs = 0;
  await paper.reset({ limits: 'off' });
  await paper.putPositions(demoPositions.filter(({ symbol }) => symbol !== MARKET));
  const here = startMonitorHere(stack, () => (decidedAtMs = wallMs()));
  const pushes = await Pushes.listen(here.markPrices);
  try {
    const ports = await answering(() => here.link.ports());
    const place = new MarketPlace(paper, here.monitor);
    await place.open();
    const plain = durable('plain close', ports);
    const timed: TimedExit[] = [];
    for (let n = -WARM_UP; n < closes; n += 1) {
      const side = n % 2 === 0 ? 'long' : 'short';
      const plainMs = await plainly(place, () => plain.close(MARKET));
      const watched = await byMonitor(place, side, pushes, () => decidedAtMs);
      if (n >= 0) timed.push({ ...watched, plainMs });
      if (n % 10 === 0) progress('order', `${Math.max(0, n)} of ${closes}`);
    }
    console.log(reportOrder(timed, json));
  } finally {
    pushes.stop();
    await here.stop();
    await stack.stop();
  }
}

/** Of this machine, as the venue's clock is, with fractions. */
const wallMs = (): number => performance.timeOrigin + performance.now();

async function plainly(place: MarketPlace, close: () => Promise<unknown>): Promise<number> {
  await place.enter('long');
  const askedAtMs = wallMs();
  await close();
  return (await place.gone()) - askedAtMs;
}

async function byMonitor(place: MarketPlace, side: Side, pushes: Pushes, decidedAtMs: () => number) {
  await place.enter(side);
  pushes.forget();
  const price = await place.turn(side);
  const arrivedAtMs = await place.gone();
  const pushedAtMs = pushes.firstAt(MARKET, price);
  return {
    pushToOrderMs: arrivedAtMs - pushedAtMs,
    pushToDecisionMs: decidedAtMs() - pushedAtMs,
    decisionToOrderMs: arrivedAtMs - decidedAtMs(),
  };
}

async function answering(ports: () => ClientPorts | null): Promise<ClientPorts> {
  for (;;) {
    const now = ports();
    if (now !== null) return now;
    await pause(50);
  }
}
