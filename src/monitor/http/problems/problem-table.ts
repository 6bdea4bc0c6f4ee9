/** Every way in which a request can be refused: its status, its name for people, and what to do. RFC 9457. */
export const PROBLEMS = {
  'invalid-request': [422, 'The request is not whole', 'Mend the fields named in "errors", and send it again.'],
  'malformed-request': [400, 'The request cannot be read', 'Send well-formed HTTP, and JSON in the body.'],
  'body-too-large': [413, 'The body is too large', 'Send less: no request here needs more than a few hundred bytes.'],
  'unsupported-body': [415, 'The body is not JSON', 'Send parameters in the query, or JSON as application/json.'],
  'force-missing': [
    422,
    'A manual close must say that it is meant',
    'Add force=true: a manual close sets the exit rules aside.',
  ],
  'flatten-unconfirmed': [
    422,
    'A flatten must be confirmed',
    'Add confirm=<account>, the name of the account: "detail" has it.',
  ],
  'token-missing': [401, 'A token is needed', 'Send the token in the header X-Exit-Token.'],
  'token-wrong': [401, 'The token is wrong', 'Send the value of EXIT_MONITOR_MANUAL_CLOSE_TOKEN in X-Exit-Token.'],
  'token-misplaced': [
    422,
    'The token stands where it would be recorded',
    'Send it in X-Exit-Token only. Nothing was recorded.',
  ],
  'token-not-configured': [
    403,
    'No token is configured',
    'Set EXIT_MONITOR_MANUAL_CLOSE_TOKEN and restart, or use "closeproof manual-close" on the machine.',
  ],
  'manual-close-disabled': [
    403,
    'Manual close is disabled',
    'Set EXIT_MONITOR_MANUAL_CLOSE_ENABLED=true and restart, or use "closeproof manual-close" on the machine.',
  ],
  'foreign-origin': [
    403,
    'The request comes from another site',
    'Use the board that this service serves, or a tool that is no browser.',
  ],
  'foreign-host': [
    421,
    'The service does not go by this name',
    'Use its IP address or localhost, or add the name to EXIT_MONITOR_ALLOWED_HOSTS.',
  ],
  'too-many-wrong-tokens': [
    429,
    'Too many wrong tokens from this address',
    'Wait as long as Retry-After says, or use "closeproof manual-close" on the machine.',
  ],
  'too-many-at-once': [429, 'Too many such requests at once', 'Wait as long as Retry-After says, and send it again.'],
  'unknown-symbol': [404, 'There is no such market', 'Look for the marketId in GET /positions, such as BTCUSDT.'],
  'no-position': [404, 'There is no such position', 'Nothing is left to do; GET /positions shows what is open.'],
  'unknown-close': [404, 'There is no such close', 'Look for the workflowId in GET /closes.'],
  'no-proof': [404, 'There is no proof of this close here', 'Read its markers in GET /closes/:id.'],
  'unknown-route': [404, 'There is no such path', 'GET /docs lists every path.'],
  'method-not-allowed': [405, 'The path takes another method', 'Use the method in the header Allow.'],
  'ambiguous-side': [
    409,
    'There is a position on either side',
    'Say which: add side=long or side=short. Without one, nothing was closed.',
  ],
  'idempotency-key-reused': [
    422,
    'The Idempotency-Key was used for another request',
    'Send a new key with a new request, and the old one only to repeat the old request.',
  ],
  'close-refused': [422, 'The close is refused', 'Read "detail": it says what stands against it.'],
  'flatten-refused': [422, 'The flatten is refused', 'Read "detail": it says what stands against it.'],
  'positions-unknown': [
    503,
    'The venue has not been heard lately',
    'Whether there is a position is not known. Look at GET /health, and try again.',
  ],
  'temporal-away': [
    503,
    'Temporal does not answer',
    'Nothing was started. Look at GET /health; send it again with the same Idempotency-Key.',
  ],
  'board-full': [503, 'Too many boards are watching', 'Leave one, or use GET /positions and GET /closes.'],
  defect: [500, 'The service has a defect', 'Look in its log for the request id, and report it.'],
} as const satisfies Record<string, readonly [status: number, title: string, remedy: string]>;

export type ProblemName = keyof typeof PROBLEMS;

export const problemNames = Object.keys(PROBLEMS) as ProblemName[];
