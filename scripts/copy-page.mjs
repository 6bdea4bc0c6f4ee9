import { cpSync } from 'node:fs';

// The board's page needs no build: it only has to stand where the compiled service looks for it.
cpSync('src/monitor/board/page', 'dist/src/monitor/board/page', { recursive: true });
