import { legOfSide } from '../adversary/scenario';
import type { LineOf } from '../log';
import { lastRead, namedAt, nameOf } from './evidence';
import type { Evidence } from './evidence';
import { units } from './units';

/** Refusals that only an order of the wrong form earns. */
const MALFORMED = [
  '-1102',
  '-1106',
  '-1111',
  '-1116',
  '-1117',
  '-2019',
  '-4003',
  '-4004',
  '-4005',
  '-4015',
  '-4023',
  '-4061',
];

/** 1. Every order says that it only reduces, asks for at most what was just read, and never turns or grows a position. */
export const onlyReducing = (evidence: Evidence): string[] => [
  ...evidence.sent.flatMap((line) => [...saysSo(evidence, line), ...withinReading(evidence, line)]),
  ...evidence.ours.flatMap(shrinks),
  ...wellFormed(evidence),
];

function saysSo({ scenario }: Evidence, line: LineOf<'sent'>): string[] {
  const { params } = line;
  const says =
    scenario.mode === 'hedge'
      ? params['positionSide'] === legOfSide(scenario, scenario.side) && params['reduceOnly'] === undefined
      : params['reduceOnly'] === 'true' && (params['positionSide'] ?? 'BOTH') === 'BOTH';
  const closes = params['side'] === (scenario.side === 'long' ? 'SELL' : 'BUY');
  return says && closes ? [] : [`${nameOf(line)} was sent without saying that it only reduces`];
}

function withinReading(evidence: Evidence, line: LineOf<'sent'>): string[] {
  const position = lastRead(evidence, namedAt(evidence, nameOf(line)));
  const quantity = line.params['quantity'] ?? '0';
  if (position !== null && units(quantity) <= units(position.quantity)) return [];
  return [`${nameOf(line)} was sent for ${quantity}, and ${position?.quantity ?? 'nothing'} had just been read`];
}

function shrinks({ name, before, after }: LineOf<'execution'>): string[] {
  const [was, is] = [units(before), units(after)];
  return Math.abs(is) < Math.abs(was) && was * is >= 0 ? [] : [`${name} took the position from ${before} to ${after}`];
}

const wellFormed = ({ lines }: Evidence): string[] =>
  lines.flatMap((line) => {
    if (line.kind !== 'arrived' || line.route !== 'POST /fapi/v1/order') return [];
    return MALFORMED.includes(line.code ?? '') ? [`${line.params['newClientOrderId']} is malformed: ${line.code}`] : [];
  });
