import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const key = randomBytes(32);
const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Compares in a time that depends neither on where the texts differ nor on how long the secret is. */
export const sameSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));
