import { Bench } from '../support/exchange';
import { Listener } from '../support/stream';

describe('a fault of the stream', () => {
  let bench: Bench;
  let clock: number;
  let listener: Listener;

  const order = (name: string) =>
    bench.order({ timestamp: String(clock), side: 'BUY', quantity: '1', newClientOrderId: name });
  /** Orders in the words of their events. */
  const story = () => listener.heard.filter(({ o }) => o).map(({ o }) => `${String(o!['c'])} ${String(o!['x'])}`);

  beforeEach(async () => {
    clock = Date.UTC(2026, 0, 1);
    bench = await Bench.start({ now: () => clock });
    const { body } = await bench.call('POST', '/fapi/v1/listenKey', { 'x-mbx-apikey': 'paper-key' });
    listener = await Listener.open(bench.url, `/ws/${(body as unknown as { listenKey: string }).listenKey}`);
  });
  afterEach(async () => {
    listener.end();
    await bench.stop();
  });

  const plan = (fault: Record<string, unknown>) =>
    bench.set('/paper/stream-faults', { event: 'ORDER_TRADE_UPDATE', ...fault });

  test('drop: the events never come, the order stands', async () => {
    await plan({ kind: 'drop', times: 2 });
    await order('lost');
    await order('heard');
    await listener.until(() => story().length === 2);
    expect(story()).toEqual(['heard NEW', 'heard TRADE']);
    expect(await bench.audit('?kind=execution')).toHaveLength(2);
  });

  test('duplicate: the same event twice', async () => {
    await plan({ kind: 'duplicate' });
    await order('twice');
    await listener.until(() => story().length === 3);
    expect(story()).toEqual(['twice NEW', 'twice NEW', 'twice TRADE']);
  });

  test('reorder: the fill is told before the birth', async () => {
    await bench.set('/paper/stream-faults', { kind: 'drop', event: 'TRADE_LITE' });
    await bench.set('/paper/stream-faults', { kind: 'drop', event: 'ACCOUNT_UPDATE' });
    await plan({ kind: 'reorder' });
    await order('turned');
    await listener.until(() => story().length === 2);
    expect(story()).toEqual(['turned TRADE', 'turned NEW']);
  });

  test('delay: on the exchange clock, behind what happened meanwhile', async () => {
    await plan({ kind: 'delay', ms: 5000 });
    await order('late');
    await listener.until(() => story().length === 1);
    clock += 4999;
    await bench.state();
    expect(story()).toEqual(['late TRADE']);
    clock += 1;
    await bench.state();
    await listener.until(() => story().length === 2);
    expect(story()).toEqual(['late TRADE', 'late NEW']);
  });

  test("without an event it hits any of the user's own, and is gone when cleared", async () => {
    await bench.set('/paper/stream-faults', { kind: 'drop', times: 99 });
    expect(await bench.state()).toMatchObject({ streamFaults: [{ kind: 'drop', left: 99 }] });
    await bench.admin('DELETE', '/paper/stream-faults');
    await order('heard');
    await listener.until(() => story().length === 2);
  });

  test.each([
    [{ kind: 'slow' }, /kind must be one of drop, duplicate, delay, reorder/],
    [{ kind: 'delay' }, /ms must be given for a delay/],
    [{ kind: 'drop', route: 'x' }, /route is not a known field/],
  ])('%j is refused by the field that is wrong', async (fault, error) => {
    const answer = await bench.admin('POST', '/paper/stream-faults', fault);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(error);
  });
});
