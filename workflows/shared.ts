/**
 * What all workflows of a worker share. The SDK evaluates every other module anew for each workflow, which with zod among them
 * is 20 ms of CPU and 0.9 MB a close; what stands here it evaluates once, and freezes. So nothing may stand here that keeps
 * state of its own, and no module that exports a zod schema or a pattern, for they change as they are used.
 */
import { z } from 'zod';

export { z };
export { runClose } from '../src/domain/close-loop';
export { logContextOf } from '../src/domain/log-context';
export { SIGNALS } from '../src/domain/messages';
export { closeWorkflowId } from '../src/domain/names';

// zod settles its language, its memory and its way to parse at their first use, which cannot come after it is frozen.
z.strictObject({ field: z.string().transform(String) }).safeParse({ field: 1, other: 2 });
