/** The times that bound recovery, in milliseconds, each with its reason. No other file states one. */
export const TIMES = {
  /** From the reading of the position to the signature of the order that rests on it. Older, and it is read anew. */
  sendBudget: 2_000,
  /** A worker that was too slow is given twice as long in the next round, up to this: a loaded machine must still get out. */
  sendBudgetMax: 16_000,
  /** How long after its timestamp the venue may still accept an order. The venue refuses it later (-1021): the fence. */
  recvWindow: 3_000,
  /** How long an order or a fill may stay invisible to look-ups at the venue after it happened. */
  visibilityMargin: 15_000,
  /** One HTTP request of the exit lane, headers and body: shorter than placeOrder's start-to-close, so that a slow venue is told from a dead worker. */
  venueRequest: 3_000,

  /** placeOrder, the whole activity. */
  placeOrder: 5_000,
  /** A dead worker is noticed within about a second, and its order looked up. */
  placeOrderHeartbeat: 1_500,
  /** awaitTerminalFilled hands back to the workflow after this long, so that an order that stays open is seen and shown. */
  awaitPatience: 60_000,
  awaitTerminalFilled: 90_000,
  awaitHeartbeat: 3_000,
  /** The same where the answer says that nothing is left of the position: in a storm, heartbeats are a tenth of all calls. */
  awaitHeartbeatWhenTaken: 12_000,
  /** The same look as part of a workflow task, where nothing of the position can be open any more: over before the task would be renewed for the second time; each time is after four fifths of `workflowTask`. */
  lookInTaskPatience: 7_500,
  lookInTask: 12_000,
  /** Between two looks at an order: the first, and the longest. */
  lookFirst: 40,
  lookMax: 1_000,
  /** One cancelRestingOrders, and how long it is tried in all before what is left is named. */
  cancelRestingOrders: 10_000,
  cancelRestingOrdersInAll: 60_000,
  /** How long the venue is asked whose orders took what a close's own do not account for. */
  listTakersInAll: 30_000,
  /** validate, marginBypass and planRestore, as local activities: within a workflow task. */
  localActivity: 4_000,
  /** A slow webhook must not keep a close from looking again. */
  alertOperator: 5_000,

  /** Back-off after a misfortune: the first pause, doubling to the longest. */
  pauseFirst: 250,
  pauseMax: 8_000,
  /** A held close looks at the venue on this clock, doubling to the longest. */
  heldFirst: 5_000,
  heldMax: 300_000,

  /** Between two passes of a flatten while closes run: the first, doubling to the longest. A position read weighs 5 of 2,400 a minute. */
  flattenLookFirst: 250,
  flattenLookMax: 1_000,
  /** Between the two reads that must both show nothing. */
  flattenConfirm: 500,
  /** The account's orders are listed this often while positions are open: the two lists weigh 80. */
  flattenOrdersEvery: 10_000,
  /** A flatten of which everything left is held looks on the clock of a held close, but at least this often. */
  flattenHeldMax: 30_000,
  /** A position whose close could not be asked for, or was refused, is asked for again after this, doubling to `flattenHeldMax`. */
  flattenAskAgain: 2_000,
  /** A close that was asked for longer ago than this makes way for another, flat or not: what is stuck holds up nobody. */
  flattenMakesWay: 5_000,
  /** A flatten's decision may wait this long for a worker: it rests on no price that could grow old. */
  flattenDecisionValid: 600_000,
  /** One reading, or one batch of closes asked for. */
  flattenStep: 30_000,

  /** The dead man's switch: silence longer than this is acted on, where nobody says otherwise; and the least that may be said. */
  deadManTimeout: 60_000,
  deadManTimeoutMin: 4_000,
  /** It listens once more before it acts, a quarter of the timeout and at least this: for a monitor to find a server that was away. */
  deadManCall: 2_000,
  /** It was itself away if it looks this much too late: longer than a dead worker's sticky queue keeps a task from another. */
  deadManLate: 2_500,

  /** One pass of the proof collector ends by itself, leaving the rest to the next, well before it is ended. */
  collectBudget: 240_000,
  collectProofs: 600_000,
  /** A collector that died is noticed within this, and another takes over: nobody waits for it. */
  collectHeartbeat: 15_000,

  /** Workflow task timeout: a dead worker's task is taken over after this. */
  workflowTask: 5_000,
  /** After a worker died, its cached workflows wait this long for it before another worker takes them. Temporal's default is 10 s. */
  stickyScheduleToStart: 1_000,
  /** Heartbeats are passed on to the server at least this often. */
  heartbeatThrottle: 500,
  /** On shutdown, running activities are given this long: longer than any order call. Temporal's default of 0 cuts them off. */
  shutdownGrace: 10_000,
} as const;

/** After an order was judged absent, it is looked for again at these times: venues have been seen to forget an order for half an hour. */
export const GHOST_WATCH_AT = [60_000, 300_000, 1_800_000, 3_600_000] as const;

/** Misfortunes in a row after which a person is told, while the close keeps trying. */
export const MISFORTUNES_BEFORE_HOLD = 5;

/** Places in the venue's windows in a row that came to nothing, after which waiting for one counts as a misfortune. */
export const TURNS_BEFORE_MISFORTUNE = 20;

/** Closes asked for by one activity: three events each time, and few enough that the riskiest have begun before the last are named. */
export const CLOSES_PER_BATCH = 50;

/**
 * Closes of one flatten that are under way at once: as many as one of the venue's windows takes, so that all that is left can stand
 * ready when it opens. The others are asked for as these become flat: a thousand at once would wait for each other.
 */
export const CLOSES_UNDER_WAY = 300;

/** Orders cancelled by one activity. */
export const CANCELS_PER_BATCH = 50;

/** Passes in one history of a flatten; each leaves about twenty events. */
export const FLATTEN_PASSES_PER_RUN = 200;
