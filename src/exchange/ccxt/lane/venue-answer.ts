/** What the venue's HTTP answer says, by which everything is decided. No ccxt exception class takes part. */
export interface VenueAnswer {
  status: number;
  /** The venue's own code ('-2022'), or null where the answer carries none. */
  code: string | null;
  message: string;
  retryAfterMs?: number | undefined;
  body?: unknown;
}

/** The venue, or something in front of it, answered with anything but what was asked for. */
export class AnsweredOtherwise extends Error {
  override readonly name = 'AnsweredOtherwise';
  constructor(readonly answer: VenueAnswer) {
    super(describeAnswer(answer));
  }
}

export const describeAnswer = ({ status, code, message }: VenueAnswer): string =>
  [`HTTP ${status}`, code, message].filter((part) => part !== null && part !== '').join(' ');

/** What is quoted of an answer goes into a close's history: whole, as long as it is no page of a book. */
const LONGEST_QUOTE = 2_000;

/** Reads code and message where the body is the venue's JSON; quotes the beginning of anything else, such as a proxy's HTML page. */
export function readAnswer(status: number, text: string, parsed: unknown): VenueAnswer {
  const fields = isRecord(parsed) ? parsed : {};
  const said = typeof fields.msg === 'string' ? fields.msg : quote(text);
  return { status, code: readCode(fields.code), message: said.slice(0, LONGEST_QUOTE), body: parsed };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readCode = (code: unknown): string | null =>
  typeof code === 'number' || typeof code === 'string' ? String(code) : null;

/** A value as the venue sent it. */
export const quoteBody = (body: unknown): string => (JSON.stringify(body) ?? 'nothing').slice(0, LONGEST_QUOTE);

const quote = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A 2xx with JSON that is not an error in disguise. The venue's error codes are negative, and 200 says success. */
export const isAsAsked = ({ status, code, body }: VenueAnswer): boolean =>
  status >= 200 && status < 300 && typeof body === 'object' && body !== null && !(code?.startsWith('-') ?? false);
