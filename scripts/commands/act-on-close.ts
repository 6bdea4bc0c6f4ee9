import type { ClientPorts } from '../../src/client/ports';
import type { Receipt } from '../../src/client/receipt';
import { waitForClose } from '../../src/client/wait-for-close';
import { loadConfig } from '../../src/config/config';
import type { Config } from '../../src/config/config';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { printClose } from '../terminal/print-close';
import { runAction } from '../terminal/run-action';
import { withClient } from '../terminal/with-client';
import { admitDecision } from './admit-decision';
import { patienceOf } from './wait-option';
import type { Wait } from './wait-option';

export interface AnswerOptions {
  wait?: Wait;
  json?: true;
}

/** What both ways of asking for a close have in common: a decision at the door, the act, the wait, the answer. */
export const actOnClose = (
  options: AnswerOptions,
  decide: (config: Config) => Promise<ExitDecision>,
  act: (ports: ClientPorts, decision: ExitDecision) => Promise<Receipt>,
): Promise<void> =>
  runAction(async () => {
    const config = loadConfig();
    const decision = admitDecision(config, await decide(config));
    return withClient(config, async (ports) => {
      const receipt = await act(ports, decision);
      const waited = await waitForClose(ports, receipt, patienceOf(options.wait));
      return printClose(receipt, waited, { json: options.json === true, awaited: options.wait !== undefined });
    });
  });
