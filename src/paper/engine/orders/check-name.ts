import { refusal } from '../refusal';
import type { World } from '../world';

/** Source: the `newClientOrderId` row of "New Order" in the documentation. */
const NAME = /^[.A-Z:/a-z0-9_-]{1,36}$/;

export const checkName = (name: string): void => {
  if (!NAME.test(name)) throw refusal('-4015');
};

/** A name must be unique among OPEN orders only: as soon as its order has ended, the same name executes again. */
export const checkNameIsFree = (world: World, symbol: string, name: string): void => {
  if (world.orders.openOf(symbol).some((order) => order.clientOrderId === name)) throw refusal('-4116');
};
