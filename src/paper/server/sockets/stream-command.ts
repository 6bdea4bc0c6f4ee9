/** A listener's state that its commands change. */
export interface Listening {
  readonly names: Set<string>;
  combined: boolean;
}

interface Command {
  readonly method: string;
  readonly params: readonly unknown[];
  readonly id: unknown;
}

/** Source: "Live Subscribing/Unsubscribing to streams", "Error Messages", in the documentation. */
class Invalid extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid(3, 'Invalid JSON: expected value at line 1 column 1');
  }
};

const readId = (id: unknown): unknown => {
  if (id === undefined || id === null || typeof id === 'string') return id ?? null;
  if (typeof id === 'number' && Number.isInteger(id) && id >= 0) return id;
  throw new Invalid(2, 'Invalid request: request ID must be an unsigned integer');
};

const readCommand = (text: string): Command => {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Invalid(2, 'Invalid request: expected an object');
  const { method, params = [], id } = value as Record<string, unknown>;
  if (typeof method !== 'string') throw new Invalid(2, 'Invalid request: missing field `method`');
  if (!Array.isArray(params)) throw new Invalid(2, 'Invalid request: params must be an array');
  return { method, params, id: readId(id) };
};

const streams = (params: readonly unknown[]): string[] =>
  params.map((name) => {
    if (typeof name !== 'string') throw new Invalid(2, 'Invalid request: stream name must be a string');
    return name;
  });

const checkProperty = (name: unknown): void => {
  if (name !== 'combined') throw new Invalid(0, 'Unknown property');
};

const setProperty = (listening: Listening, [name, value]: readonly unknown[]): null => {
  checkProperty(name);
  if (typeof value !== 'boolean') throw new Invalid(1, 'Invalid value type: expected Boolean');
  listening.combined = value;
  return null;
};

const COMMANDS: Readonly<Record<string, (listening: Listening, params: readonly unknown[]) => unknown>> = {
  SUBSCRIBE: ({ names }, params) => {
    for (const name of streams(params)) names.add(name);
    return null;
  },
  UNSUBSCRIBE: ({ names }, params) => {
    for (const name of streams(params)) names.delete(name);
    return null;
  },
  LIST_SUBSCRIPTIONS: ({ names }) => [...names],
  SET_PROPERTY: setProperty,
  GET_PROPERTY: ({ combined }, [name]) => {
    checkProperty(name);
    return combined;
  },
};

const carryOut = (listening: Listening, { method, params, id }: Command): unknown => {
  const command = COMMANDS[method];
  if (!command)
    throw new Invalid(
      2,
      `Invalid request: unknown variant \`${method}\`, expected one of ${Object.keys(COMMANDS).join(', ')}`,
    );
  return { result: command(listening, params), id };
};

/** Carries out one message of a listener and returns the answer to it. */
export const obeyCommand = (listening: Listening, text: string): unknown => {
  try {
    return carryOut(listening, readCommand(text));
  } catch (thrown) {
    if (thrown instanceof Invalid) return { code: thrown.code, msg: thrown.message };
    throw thrown;
  }
};
