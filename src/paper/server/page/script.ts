/** Runs in the browser: looks once a second, and sends what the forms say. Text only ever enters the page as text. */
export const SCRIPT = `
const byId = (id) => document.getElementById(id);
const cell = (tag, text) => Object.assign(document.createElement(tag), { textContent: text ?? '' });
const row = (tag, cells) => { const tr = document.createElement('tr'); tr.append(...cells.map((text) => cell(tag, text))); return tr; };

const table = (id, columns, rows) => {
  const place = byId(id);
  if (rows.length === 0) return place.replaceChildren(Object.assign(cell('p', 'none'), { className: 'soft' }));
  const whole = document.createElement('table');
  whole.append(row('th', Object.keys(columns)), ...rows.map((one) => row('td', Object.values(columns).map((read) => read(one)))));
  place.replaceChildren(whole);
};

const time = (at) => new Date(at).toISOString().slice(11, 23);
const executions = [];
let since = 0;

const showState = (state) => {
  byId('clock').textContent = new Date(state.clock).toISOString();
  byId('facts').textContent = state.mode + ' mode, seed ' + state.seed + ', wallet ' + state.wallet + ' USDT, ' + state.listeners + ' listening';
  table('positions', { market: (p) => p.symbol, leg: (p) => p.positionSide, side: (p) => p.side, quantity: (p) => p.quantity, entry: (p) => p.entryPrice, mark: (p) => p.markPrice }, state.positions);
  table('orders', { name: (o) => o.clientOrderId, market: (o) => o.symbol, side: (o) => o.side, type: (o) => o.type, quantity: (o) => o.origQty, executed: (o) => o.executedQty, price: (o) => o.price, 'reduce only': (o) => String(o.reduceOnly) }, state.openOrders);
  table('algos', { name: (a) => a.clientAlgoId, market: (a) => a.symbol, side: (a) => a.side, type: (a) => a.orderType, trigger: (a) => a.triggerPrice, quantity: (a) => a.closePosition ? 'all' : a.quantity }, state.algoOrders);
  table('faults', { id: (f) => f.id, where: (f) => f.route ?? f.event ?? 'any event', when: (f) => f.when, kind: (f) => f.kind, left: (f) => f.left }, [...state.faults, ...state.streamFaults]);
};

const showAudit = (lines) => {
  if (lines.length > 0) since = lines.at(-1).sequence;
  executions.unshift(...lines.filter((line) => line.kind === 'execution').reverse());
  executions.length = Math.min(executions.length, 30);
  table('executions', { time: (e) => time(e.at), name: (e) => e.clientOrderId, market: (e) => e.symbol, side: (e) => e.side, quantity: (e) => e.quantity, price: (e) => e.price, before: (e) => e.positionBefore, after: (e) => e.positionAfter, pnl: (e) => e.realizedPnl }, executions);
};

const read = async (path) => (await fetch(path)).json();
const look = async () => {
  const state = await read('/paper/state');
  showState(state);
  // Fewer lines than before: a fresh world.
  if (state.auditLines < since) { since = 0; executions.length = 0; }
  showAudit(await read('/paper/audit?kind=execution&since=' + since));
};

const bodies = {
  none: () => undefined,
  fields: (fields) => fields,
  price: ({ symbol, price }) => ({ [symbol]: price }),
  position: (fields) => [fields],
};

const send = async (form) => {
  const [method, path] = form.dataset.route.split(' ');
  const body = bodies[form.dataset.body](Object.fromEntries(new FormData(form)));
  const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
  byId('said').textContent = await answer.text();
  await look();
};

const trouble = (error) => { byId('said').textContent = 'The exchange does not answer: ' + error.message; };
for (const form of document.forms) form.addEventListener('submit', (event) => { event.preventDefault(); send(form).catch(trouble); });
look().catch(trouble);
setInterval(() => look().catch(trouble), 1000);
`;
