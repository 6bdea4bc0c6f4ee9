/** Each form sends its fields to one admin route; the script turns them into the body that the route wants. */
const form = (title: string, route: string, body: string, fields: string, button: string): string =>
  `<form data-route="${route}" data-body="${body}"><b>${title}</b>${fields}<button>${button}</button></form>`;

const input = (name: string, value: string, label: string): string =>
  `<input name="${name}" value="${value}" aria-label="${label}" size="12" required>`;

const select = (name: string, words: readonly string[], label: string): string =>
  `<select name="${name}" aria-label="${label}">${words.map((word) => `<option>${word}</option>`).join('')}</select>`;

const SYMBOL = input('symbol', 'BTCUSDT', 'market');
const SIDE = select('side', ['LONG', 'SHORT'], 'side');

export const FORMS = (faultKinds: readonly string[], eventFaultKinds: readonly string[]): string =>
  [
    form('Price', 'POST /paper/prices', 'price', SYMBOL + input('price', '60000', 'price'), 'Move'),
    form('Position', 'POST /paper/positions', 'position', SYMBOL + SIDE + input('quantity', '1', 'quantity'), 'Put on'),
    form(
      'Liquidation, ADL',
      'POST /paper/events',
      'fields',
      select('kind', ['liquidate', 'adl'], 'event') + SYMBOL + SIDE,
      'Let it happen',
    ),
    form(
      'Connections',
      'POST /paper/events',
      'fields',
      select('kind', ['disconnectStreams', 'listenKeyExpired'], 'event'),
      'Let it happen',
    ),
    form(
      'Fault',
      'POST /paper/faults',
      'fields',
      input('route', 'POST /fapi/v1/order', 'route') +
        select('when', ['before', 'after'], 'when') +
        select(
          'kind',
          faultKinds.filter((kind) => kind !== 'delay' && kind !== 'late'),
          'kind',
        ),
      'Plan',
    ),
    form(
      'Fault of the stream',
      'POST /paper/stream-faults',
      'fields',
      select(
        'kind',
        eventFaultKinds.filter((kind) => kind !== 'delay'),
        'kind',
      ) + input('event', 'ORDER_TRADE_UPDATE', 'event'),
      'Plan',
    ),
    form('No more faults', 'DELETE /paper/faults', 'none', '', 'Clear'),
    form('Fresh world', 'POST /paper/reset', 'fields', select('mode', ['one-way', 'hedge'], 'mode'), 'Reset'),
  ].join('\n');
