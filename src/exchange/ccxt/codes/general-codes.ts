import { FAILED, HOLD, KEY, NEW_RULES, NO_PROOF, REREAD, THROTTLED, TOO_LATE, VENUE_UNSURE } from './verdict';
import type { CodeLine, Verdict } from './verdict';

/** 10xx: the server and the network. 11xx: the form of the request. */
export const GENERAL_CODES: readonly CodeLine[] = [
  ['-1000', VENUE_UNSURE, 'unknown error while processing'],
  ['-1001', VENUE_UNSURE, 'internal error; a certain failure in some wordings (CERTAIN_FAILURES)'],
  ['-1002', KEY, 'not authorized'],
  ['-1003', THROTTLED, 'too many requests'],
  ['-1004', NO_PROOF, 'address already on the white list'],
  ['-1005', KEY, 'address not on the white list'],
  ['-1006', VENUE_UNSURE, 'unexpected reply inside the venue, execution status unknown'],
  ['-1007', VENUE_UNSURE, 'time-out inside the venue, execution status unknown'],
  ['-1008', THROTTLED, 'system-level protection; reducing orders are exempt'],
  ['-1010', VENUE_UNSURE, 'error message received'],
  ['-1011', KEY, 'address may not use this route'],
  ['-1013', NEW_RULES, 'invalid message, or a filter'],
  ['-1014', HOLD, 'unknown order composition'],
  ['-1015', THROTTLED, 'too many new orders'],
  ['-1016', HOLD, 'service no longer available'],
  ['-1020', HOLD, 'operation not supported'],
  ['-1021', TOO_LATE, 'timestamp outside recvWindow, or ahead of the server'],
  ['-1022', KEY, 'signature not valid'],
  ['-1023', NO_PROOF, 'start time after end time'],
  ['-1099', KEY, 'not found, authenticated or authorized'],

  ['-1100', HOLD, 'illegal characters in a parameter'],
  ['-1101', HOLD, 'too many parameters'],
  ['-1102', HOLD, 'mandatory parameter missing'],
  ['-1103', HOLD, 'unknown parameter'],
  ['-1104', HOLD, 'not all parameters read'],
  ['-1105', HOLD, 'parameter empty'],
  ['-1106', REREAD, 'parameter not required: reduceOnly in hedge mode'],
  ['-1108', HOLD, 'invalid asset'],
  ['-1109', KEY, 'invalid account'],
  ['-1110', NEW_RULES, 'invalid symbol type'],
  ['-1111', NEW_RULES, 'more decimals than the symbol has'],
  ['-1112', REREAD, 'no orders on the book'],
  ['-1113', NO_PROOF, 'withdrawal amount'],
  ['-1114', HOLD, 'timeInForce not required'],
  ['-1115', HOLD, 'invalid timeInForce'],
  ['-1116', HOLD, 'invalid order type'],
  ['-1117', HOLD, 'invalid side'],
  ['-1118', HOLD, 'client order id empty'],
  ['-1119', NO_PROOF, 'original client order id empty'],
  ['-1120', NO_PROOF, 'invalid interval'],
  ['-1121', NEW_RULES, 'invalid symbol'],
  ['-1122', NEW_RULES, 'invalid symbol status'],
  ['-1125', NO_PROOF, 'listen key does not exist'],
  ['-1126', HOLD, 'asset not supported'],
  ['-1127', NO_PROOF, 'look-up interval too big'],
  ['-1128', HOLD, 'combination of parameters invalid'],
  ['-1130', HOLD, 'data of a parameter not valid'],
  ['-1136', HOLD, 'invalid response type'],
];

export interface Wording {
  status: number;
  /** null: the venue's JSON without a code. A page that is not the venue's JSON never counts. */
  codes: readonly (string | null)[];
  message: RegExp;
  verdict: Verdict;
}

/**
 * One status and code, several meanings: the venue documents by wording which of its 503 answers are certain failures.
 * "Unknown error, please check your request or try again later" is not among them, and may have executed.
 */
export const CERTAIN_FAILURES: readonly Wording[] = [
  { status: 503, codes: ['-1001', '-1000', null], message: /^service unavailable\.?$/i, verdict: FAILED },
  {
    status: 503,
    codes: ['-1001', null],
    message: /^'?internal error; unable to process your request/i,
    verdict: FAILED,
  },
];
