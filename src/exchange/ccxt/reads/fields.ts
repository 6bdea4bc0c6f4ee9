import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { DecimalText } from '../../../domain/decimal';

// What the venue writes, read strictly: a number that came as anything but decimal text may already have lost digits.
const SIGNED = /^[+-]?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,2})?$/;

export const signedText = z.string().regex(SIGNED, 'not a decimal number');

/** Without sign and exponent, as the domain writes quantities. */
export const plain = (text: string): DecimalText => new Decimal(text).abs().toFixed();

/** A quantity that cannot be negative. */
export const quantityText = signedText.refine((text) => !text.startsWith('-'), 'negative').transform(plain);

/** A quantity whose sign is the direction. */
export const directedText = signedText.transform((text) => ({
  quantity: plain(text),
  sign: new Decimal(text).comparedTo(0),
}));

/** A price that the venue writes as zero where there is none. */
export const priceOrNone = quantityText.transform((price) => (price === '0' ? undefined : price)).optional();

/** Ids beyond the safe integers arrive as text, others as numbers. */
export const idText = z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]).transform(String);

/** Times, likewise. */
export const timeMs = z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]).transform(Number);

export const word = z.string().min(1);

export const orderSide = z.enum(['BUY', 'SELL']).transform((side) => (side === 'BUY' ? 'buy' : 'sell'));

/** BOTH in one-way mode, a leg in hedge mode. */
export const positionSide = z.enum(['BOTH', 'LONG', 'SHORT']);

export const leg = positionSide.transform((side) => (side === 'BOTH' ? null : side === 'LONG' ? 'long' : 'short'));
