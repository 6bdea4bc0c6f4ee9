export type Urls = string | { [name: string]: Urls };

/** The same URLs on another host. */
export function moveUrls(urls: Urls, baseUrl: string): Urls {
  if (typeof urls === 'string') return moveUrl(urls, baseUrl);
  return Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, moveUrls(url, baseUrl)]));
}

function moveUrl(url: string, baseUrl: string): string {
  const { protocol, pathname } = new URL(url);
  const base = new URL(baseUrl);
  const secure = base.protocol === 'https:' ? 's' : '';
  const scheme = protocol.startsWith('ws') ? `ws${secure}:` : base.protocol;
  return `${scheme}//${base.host}${pathname === '/' ? '' : pathname}`;
}
