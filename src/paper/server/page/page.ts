import { FAULT_KINDS } from '../../faults/fault';
import { EVENT_FAULT_KINDS } from '../../streams/event-faults';
import type { Reply } from '../reply';
import { FORMS } from './forms';
import { SCRIPT } from './script';
import { STYLE } from './style';

const section = (title: string, id: string): string => `<h2>${title}</h2><div class="scroll" id="${id}"></div>`;

/** The exchange at a glance, for whoever runs it. One file, nothing from outside. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Paper exchange</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Paper exchange</h1><span id="clock" class="soft"></span><span id="facts" class="soft"></span></header>
${section('Positions', 'positions')}
${section('Open orders', 'orders')}
${section('Conditional orders', 'algos')}
${section('Last executions', 'executions')}
${section('Planned faults', 'faults')}
<h2>Make things happen</h2>
${FORMS(FAULT_KINDS, EVENT_FAULT_KINDS)}
<p id="said" class="soft" role="status"></p>
<script>${SCRIPT}</script>
</body>
</html>
`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
};

export const pageReply = (): Reply => ({ status: 200, body: PAGE, headers: HEADERS });
