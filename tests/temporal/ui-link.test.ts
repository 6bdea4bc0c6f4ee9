import { uiLink } from '../../src/temporal/ui-link';

const run = { namespace: 'default', workflowId: 'close:main:BTCUSDT:long', runId: 'f2a1' };

test('A link leads to the history of one run, its id encoded as the UI decodes it', () => {
  expect(uiLink({ uiUrl: 'http://127.0.0.1:8233', ...run })).toBe(
    'http://127.0.0.1:8233/namespaces/default/workflows/close%3Amain%3ABTCUSDT%3Along/f2a1/history',
  );
});

test('A UI under a path, with or without a slash at its end, is the same UI', () => {
  const links = ['https://ui.test/temporal', 'https://ui.test/temporal/'].map((uiUrl) => uiLink({ uiUrl, ...run }));
  expect(new Set(links).size).toBe(1);
  expect(links[0]).toMatch(/^https:\/\/ui\.test\/temporal\/namespaces\//);
});

test('A slash or a question mark in an id does not change the path', () => {
  const { pathname, search } = new URL(uiLink({ uiUrl: 'http://ui.test', ...run, workflowId: 'a/b?c' }));
  expect(pathname.split('/')[4]).toBe('a%2Fb%3Fc');
  expect(search).toBe('');
});
