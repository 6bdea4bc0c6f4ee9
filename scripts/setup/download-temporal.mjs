import { writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { intoCache } from './into-cache.mjs';
import { TEMPORAL_VERSION } from './places.mjs';
import { progress, say } from './say.mjs';
import { fileInTar } from './tar.mjs';

const ANSWER_WITHIN_MS = 5_000;
const MEGABYTE = 1024 * 1024;

/** Temporal's own archive for this platform, or the one that CLOSEPROOF_TEMPORAL_ARCHIVE names. */
export async function downloadTemporal() {
  if (process.env.CLOSEPROOF_NO_DOWNLOAD) return { why: 'CLOSEPROOF_NO_DOWNLOAD forbids a download' };
  const url = process.env.CLOSEPROOF_TEMPORAL_ARCHIVE || archiveUrl();
  try {
    return { path: await intoCache((draft) => download(url, draft)) };
  } catch (error) {
    return { why: `the download of ${url} failed (${error.cause?.code ?? error.message})` };
  }
}

async function download(url, draft) {
  const archive = await body(url);
  await writeFile(draft, fileInTar(gunzipSync(archive), 'temporal'));
}

function archiveUrl() {
  const platform = process.platform === 'darwin' ? 'darwin' : 'linux';
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  return `https://temporal.download/cli/archive/v${TEMPORAL_VERSION}?platform=${platform}&arch=${arch}`;
}

async function body(url) {
  const silence = new AbortController();
  const patience = setTimeout(() => silence.abort(new Error('no answer in time')), ANSWER_WITHIN_MS);
  const { update, finish } = progress();
  try {
    const response = await fetch(url, { signal: silence.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    say(`Downloading Temporal ${TEMPORAL_VERSION}.`);
    return await collect(response.body, (bytes) => {
      patience.refresh(); // Slow is fine, silent is not.
      update(`Downloading Temporal: ${Math.round(bytes / MEGABYTE)} MB`);
    });
  } finally {
    clearTimeout(patience);
    finish();
  }
}

async function collect(stream, onBytes) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    onBytes((bytes += chunk.length));
  }
  return Buffer.concat(chunks);
}
