import { AnsweredOtherwise } from '../../../src/exchange/ccxt/lane/venue-answer';

const GONE = ['-2011', '-2013'];

/** The venue knows no such order, or none that could be cancelled. */
export const isGone = (fault: unknown): boolean =>
  fault instanceof AnsweredOtherwise && GONE.includes(fault.answer.code ?? '');

/** The venue's word that it did not take the request. Anything else may have executed. */
export const isRefusal = (fault: unknown): boolean =>
  fault instanceof AnsweredOtherwise &&
  fault.answer.status >= 400 &&
  fault.answer.status < 500 &&
  fault.answer.status !== 408;
