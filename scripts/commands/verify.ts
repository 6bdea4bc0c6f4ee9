import type { Command } from 'commander';
import { runAction } from '../terminal/run-action';
import type { VerifyOptions } from '../verify/verify-here';

export const addVerifyCommand = (program: Command): Command =>
  program
    .command('verify')
    .summary('verify proofs offline: hashes, chain, signatures, replay, checks')
    .argument('<path>', 'a proof, or a folder of them')
    .option('--public-key <file>', 'whose signature every proof must bear, as PEM')
    .option('--expect-head <sha256>', 'the head of the chain as somebody noted it earlier')
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', EXAMPLES)
    .action((path: string, options: VerifyOptions) =>
      runAction(async () => {
        // The SDK's native core takes half a second to load, which no other command should wait for.
        const { verifyHere } = await import('../verify/verify-here.js');
        return verifyHere(path, options);
      }),
    );

const EXAMPLES = `
Examples:
  closeproof verify proofs/main --public-key closeproof.pub
  closeproof verify 000000012-01a20985-e4b8-7194-bbf5-bd11c7152eba.json

No server, no network, no key but the public one. Exit codes: 0 all PASS, 1 something FAILs, 2 something cannot be told.`;
