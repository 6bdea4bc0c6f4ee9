import { judgeOrderAnswer } from '../../../../src/exchange/ccxt/codes/judge-order-answer';
import { readAnswer } from '../../../../src/exchange/ccxt/lane/venue-answer';

const judge = (status: number, code: string | null, msg: string) =>
  judgeOrderAnswer(readAnswer(status, msg, code === null ? { msg } : { code: Number(code), msg }));
const judgePage = (status: number, page: string) => judgeOrderAnswer(readAnswer(status, page, undefined));

const UNSURE = { outcome: 'unknown', cause: 'venueDoesNotKnow' };
const NO_PROOF = { outcome: 'unknown', cause: 'unreadableReply' };

test.each([
  ['-2022', { outcome: 'rejected', next: 'clearClaims' }],
  ['-4118', { outcome: 'rejected', next: 'clearClaims' }],
  ['-2023', { outcome: 'rejected', next: 'reread' }],
  ['-1106', { outcome: 'rejected', next: 'reread' }],
  ['-4061', { outcome: 'rejected', next: 'reread' }],
  ['-4062', { outcome: 'rejected', next: 'reread' }],
  ['-2019', { outcome: 'rejected', next: 'reread' }],
  ['-4005', { outcome: 'rejected', next: 'reread', doubt: 'rules' }],
  ['-2015', { outcome: 'rejected', next: 'hold', trouble: 'CredentialsRefused' }],
  ['-2014', { outcome: 'rejected', next: 'hold', trouble: 'CredentialsRefused' }],
  ['-1022', { outcome: 'rejected', next: 'hold', trouble: 'CredentialsRefused' }],
  ['-1002', { outcome: 'rejected', next: 'hold', trouble: 'CredentialsRefused' }],
  ['-1021', { outcome: 'notSent', trouble: 'OrderTooLate', doubt: 'clock' }],
  ['-5028', { outcome: 'notSent', trouble: 'OrderTooLate', doubt: 'clock' }],
  ['-1003', { outcome: 'notSent', trouble: 'VenueThrottled' }],
  ['-1015', { outcome: 'notSent', trouble: 'VenueThrottled' }],
  ['-1008', { outcome: 'notSent', trouble: 'VenueThrottled' }],
  ['-4116', { outcome: 'unknown', cause: 'nameInUse' }],
  ['-1000', UNSURE],
  ['-1006', UNSURE],
  ['-1007', UNSURE],
  ['-1001', UNSURE],
])('HTTP 400 %s', (code, verdict) => {
  expect(judge(400, code, 'whatever the text')).toEqual(verdict);
});

test('a code that nobody has heard of proves nothing', () => {
  expect(judge(400, '-9999', 'something new')).toEqual(NO_PROOF);
});

test('a refusal under a server error proves nothing', () => {
  expect(judge(502, '-2019', 'Margin is insufficient.')).toEqual(UNSURE);
});

describe('503, which means three things', () => {
  test.each([
    ['-1001', 'Internal error; unable to process your request. Please try again.'],
    ['-1001', 'Service Unavailable.'],
    [null, 'Service Unavailable.'],
  ])('a documented failure: %s %s', (code, msg) => {
    expect(judge(503, code, msg)).toEqual({ outcome: 'notSent', trouble: 'VenueUnreachable' });
  });

  test.each([
    ['-1000', 'Unknown error, please check your request or try again later.'],
    [null, 'Unknown error, please check your request or try again later.'],
    ['-1001', 'some other wording'],
    ['-1007', 'Service Unavailable.'],
  ])('not known: %s %s', (code, msg) => {
    expect(judge(503, code, msg)).toEqual(UNSURE);
  });

  test('protection of the system', () => {
    expect(judge(503, '-1008', 'Request throttled by system-level protection.')).toMatchObject({ outcome: 'notSent' });
  });

  test('the page of a proxy that says the same words is not the venue speaking', () => {
    expect(judgePage(503, '<html>Service Unavailable.</html>')).toEqual(NO_PROOF);
    expect(judgePage(503, 'Service Unavailable.')).toEqual(NO_PROOF);
  });
});

test.each([429, 418])('HTTP %d with any body was turned away unread', (status) => {
  expect(judgePage(status, '<html>slow down</html>')).toEqual({ outcome: 'notSent', trouble: 'VenueThrottled' });
});

test.each([302, 401, 403, 404, 408, 502, 504, 520, 999])('a bare HTTP %d proves nothing', (status) => {
  expect(judgePage(status, '<html></html>')).toEqual(NO_PROOF);
});

test('408 with the venue’s own words is the venue not knowing', () => {
  expect(judge(408, '-1007', 'Timeout waiting for response from backend server.')).toEqual(UNSURE);
});
