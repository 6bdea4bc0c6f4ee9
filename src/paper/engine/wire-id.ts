import { WireNumber } from './wire-number';
import type { World } from './world';

/** Beyond 2^53, where neighbouring doubles are two apart: a client that parses numbers loses the last digit. */
const HUGE_OFFSET = 9_007_199_254_740_993n;

/** The order number as clients see it. */
export const wireId = (world: World, orderId: number): number | WireNumber =>
  world.settings.orderIds === 'huge' ? new WireNumber(BigInt(orderId) + HUGE_OFFSET) : orderId;

/** The order number that a client means. */
export const readWireId = (world: World, digits: string): number =>
  world.settings.orderIds === 'huge' ? Number(BigInt(digits) - HUGE_OFFSET) : Number(digits);
