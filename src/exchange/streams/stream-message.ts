/** The event in a message: a stream that was dialled by its name wraps it as {stream, data}. Throws where it is no JSON. */
export function readMessage(text: string): unknown {
  const message: unknown = JSON.parse(text);
  return isWrapped(message) ? message.data : message;
}

const isWrapped = (message: unknown): message is { data: unknown } =>
  typeof message === 'object' && message !== null && 'stream' in message && 'data' in message;
