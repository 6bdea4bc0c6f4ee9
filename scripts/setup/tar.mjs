const BLOCK = 512;
const text = (bytes) => bytes.toString('latin1').split('\0')[0];

/** The content of one file in a tar archive. A header block gives name and octal size; padded content follows. */
export function fileInTar(archive, name) {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const size = parseInt(text(archive.subarray(at + 124, at + 136)), 8) || 0;
    const start = at + BLOCK;
    if (text(archive.subarray(at, at + 100)).replace(/^\.\//, '') === name)
      return archive.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`the archive has no ${name}`);
}
