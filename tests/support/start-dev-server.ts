import { startDevServer } from '../../src/temporal/dev-server';

// A process of its own, for a test to kill.
const [, , executable = 'temporal'] = process.argv;
void startDevServer({ executable, uiPort: 'none' }).then(({ address }) => process.send?.({ address }));
