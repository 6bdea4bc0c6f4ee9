import { posix } from 'node:path';
import { read } from './source-files';

const { '//': _why, ...table } = JSON.parse(read('ops/arrows.json')) as Record<string, string[]>;

export const arrows: Readonly<Record<string, readonly string[]>> = table;

export const folderOf = (file: string): string | undefined =>
  Object.keys(arrows).find((folder) => file === folder || file.startsWith(`${folder}/`));

/** The folder of ours that a relative import leads to. */
export const targetOf = (file: string, specifier: string): string | undefined =>
  specifier.startsWith('.') ? folderOf(posix.join(posix.dirname(file), specifier)) : undefined;
