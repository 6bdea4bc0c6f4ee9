import { readHeld } from '../../../bench/monitor/held';
import { createMetrics } from '../../../src/monitor/metrics/create-metrics';

describe('what a monitor process holds', () => {
  it('is read from the metrics that the monitor really serves', async () => {
    const { body } = await createMetrics({ account: 'main', venue: 'paper', version: '1' }).text();
    const { resident, heapUsed, heapTotal } = readHeld(body);
    expect(heapUsed).toBeGreaterThan(1);
    expect(heapTotal).toBeGreaterThan(heapUsed);
    expect(resident).toBeGreaterThan(heapUsed);
  });

  it('is no number where a metric is missing, rather than none held', () => {
    expect(readHeld('').resident).toBeNaN();
  });
});
