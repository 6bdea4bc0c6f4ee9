import type { z } from 'zod';
import { VenueError } from '../../venue-error';
import { quoteBody } from '../lane/venue-answer';

/** The answer in our words, or a VenueError naming the first field that is not as documented. Never a guess. */
export function parseAnswer<T extends z.ZodType>(schema: T, answer: unknown, what: string): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const { path = [], message = 'unreadable' } = parsed.error.issues[0] ?? {};
  throw unreadable(what, `${path.map(String).join('.') || 'the answer'}: ${message}; it reads ${quoteBody(answer)}`);
}

export const unreadable = (what: string, why: string): VenueError =>
  new VenueError({ type: 'VenueUnreachable', detail: `${what} cannot be read, ${why}`, needsPerson: false });
