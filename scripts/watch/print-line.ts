import type { createColors } from 'picocolors';
import { MARKERS } from '../../src/domain/markers';
import type { Level, WatchLine } from './watch-line';

type Colours = ReturnType<typeof createColors>;

/** A line for a person: when, which position, why, what; and the ids by which the rest is found. */
export function lineForPerson(line: WatchLine, colours: Colours): string {
  const { time, symbol, side, reason, source, marker, says } = line;
  const whose = [symbol, side, reason, source].filter((word) => word !== undefined).join(' ');
  return [
    colours.dim(time),
    ...(whose === '' ? [] : [colours.bold(whose.padEnd(WHOSE_WIDTH))]),
    paint(line, colours)(marker.padEnd(MARKER_WIDTH)),
    oneLine(says),
    ...(ids(line) === '' ? [] : [colours.dim(ids(line))]),
  ].join('  ');
}

const WHOSE_WIDTH = 40;
const MARKER_WIDTH = 22;

/** The names of the logs, so that what is found here can be looked for there. */
const ids = ({ orderId, trace_id, event_id }: WatchLine): string =>
  Object.entries({ orderId, trace_id, event_id })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(' ');

function paint({ level, marker }: WatchLine, colours: Colours): Colours['red'] {
  const byLevel: Record<Level, Colours['red']> = { info: colours.cyan, warn: colours.yellow, error: colours.red };
  const isGood = marker === MARKERS.closeExecuted || marker === MARKERS.terminalState || marker === 'CLOSE FINISHED';
  return level === 'info' && isGood ? colours.green : byLevel[level];
}

/** Venues and people write what they like: a line stays one, and says nothing to a terminal. */
const oneLine = (text: string): string => text.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
