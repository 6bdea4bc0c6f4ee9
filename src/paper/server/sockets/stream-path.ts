/** What the address of a stream socket says. */
export interface StreamPath {
  /** Events come as {stream, data}. */
  readonly combined: boolean;
  readonly names: readonly string[];
  /** Only these types of the user's own events. */
  readonly events?: ReadonlySet<string>;
}

/** With or without the division that the venue introduced in 2026. Source: the documentation's change log, 2026-03-06. */
const RAW = /^(?:\/(?:private|market|public))?\/ws(?:\/(.*))?$/;
const COMBINED = /^(?:\/(?:private|market|public))?\/stream$/;

const list = (text: string | null | undefined): string[] => (text ?? '').split('/').filter((name) => name !== '');

/** Undefined when nothing is served there. */
export const readStreamPath = (url: URL): StreamPath | undefined => {
  const path = decodeURIComponent(url.pathname);
  const raw = RAW.exec(path);
  if (!raw && !COMBINED.test(path)) return undefined;
  const names = [
    ...list(raw?.[1]),
    ...list(url.searchParams.get('streams')),
    ...list(url.searchParams.get('listenKey')),
  ];
  const events = url.searchParams.get('events');
  return { combined: !raw, names, ...(events === null ? {} : { events: new Set(list(events)) }) };
};
