import { STATUS_CODES } from 'node:http';
import type { Reply } from '../server/reply';

/** A reply byte by byte, as it goes over the wire. */
export const onTheWire = (reply: Reply): Buffer => {
  const headers = { ...reply.headers, 'content-length': String(Buffer.byteLength(reply.body)) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}\r\n${lines.join('')}\r\n${reply.body}`,
  );
};

/** Neither HTTP, nor JSON, nor text; always the same. */
export const JUNK = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 151 + 128) % 256));
