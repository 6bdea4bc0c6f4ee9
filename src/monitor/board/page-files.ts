import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { assert } from '../../domain/assert';

export interface PageFile {
  body: Buffer;
  contentType: string;
  etag: string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The board's files stand beside this one; in a compiled checkout whose build did not copy them, in the source. */
const FOLDERS = [join(__dirname, 'page'), join(__dirname, '../../../../src/monitor/board/page')];

/** Every file of the page, by its name: read once, served from memory. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const folder = FOLDERS.find((place) => existsSync(join(place, 'index.html')));
  assert(folder !== undefined, `the board's files are in none of ${FOLDERS.join(', ')}: the build must copy them`);
  const names = readdirSync(folder).filter((name) => extname(name) in TYPES);
  return new Map(names.map((name) => [name, readPageFile(folder, name)]));
}

function readPageFile(folder: string, name: string): PageFile {
  const body = readFileSync(join(folder, name));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, etag, contentType: TYPES[extname(name)] ?? '' };
}
