import { lookUpAnswer } from '../answers/order-answer';
import { CANCELLED, endOrder } from '../orders/end-order';
import { isWithin, mandatoryInteger, optional, optionalInteger } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import { dearWithoutSymbol } from './endpoint';
import type { Endpoints } from './endpoint';

const startCountdown = (world: World, symbol: string, ms: number): void => {
  const appointment = world.agenda.plan(world.now() + ms, () => {
    world.countdowns.delete(symbol);
    for (const order of world.orders.openOf(symbol))
      endOrder(world, order, { ...CANCELLED, reason: 'the countdown ran out' });
  });
  world.countdowns.set(symbol, appointment);
};

/** A dead man's switch: unless it is set anew in time, all orders of the market are cancelled; 0 takes it away. */
const countdown = (world: World, params: Params): unknown => {
  const [symbol, ms] = [parseSymbol(world, params), mandatoryInteger(params, 'countdownTime')];
  const running = world.countdowns.get(symbol);
  if (running) world.agenda.cancel(running);
  world.countdowns.delete(symbol);
  if (ms > 0) startCountdown(world, symbol, ms);
  return { symbol, countdownTime: String(ms) };
};

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 100;
const CLOSE_TYPES = new Map([
  ['LIQUIDATION', /^autoclose-/],
  ['ADL', /^adl_autoclose$/],
]);

/** What the venue closed by its own hand. */
const forceOrders = (world: World, params: Params): unknown => {
  const [symbol, type] = [parseOptionalSymbol(world, params), optional(params, 'autoCloseType')];
  const names = type === undefined ? /./ : CLOSE_TYPES.get(type);
  if (!names) throw refusal('-1130', 'autoCloseType');
  const limit = Math.min(optionalInteger(params, 'limit') ?? LIMIT_DEFAULT, LIMIT_MAX);
  return (symbol === undefined ? [...world.rules.keys()] : [symbol])
    .flatMap((each) => world.orders.ofSymbol(each))
    .map((history) => history.latest)
    .filter((order) => order.origin === 'venue' && names.test(order.clientOrderId) && isWithin(params, order.createdAt))
    .slice(-limit)
    .map((order) => lookUpAnswer(world, order));
};

export const safetyEndpoints: Endpoints = {
  'POST /fapi/v1/countdownCancelAll': { access: 'signed', weight: 10, answer: countdown },
  'GET /fapi/v1/forceOrders': { access: 'signed', weight: dearWithoutSymbol(20, 50), answer: forceOrders },
};
