import { setFlagsFromString } from 'node:v8';

/**
 * For the call stacks of Temporal's UI the SDK takes down where each promise of a workflow was made, and looks every frame up
 * in the source map: with V8's ten frames, 7 % of all CPU in a storm. The innermost ones, of all promises together, say where
 * a workflow stands.
 */
const FRAMES = 4;

/** It holds for threads that begin from then on, which workflows run in. The main thread's errors keep their ten. */
export const keepStacksShort = (): void => setFlagsFromString(`--stack-trace-limit=${FRAMES}`);
