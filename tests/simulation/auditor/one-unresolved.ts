import type { LineOf } from '../log';
import { nameOf } from './evidence';
import type { Evidence } from './evidence';
import { sum, units } from './units';

/** 2. No order is sent, and none executes, while another may; none is sent twice, and none executes once judged absent. */
export const oneUnresolved = (evidence: Evidence): string[] => [
  ...noneLater(evidence),
  ...noneOpen(evidence),
  ...sentOnce(evidence),
  ...absentForGood(evidence),
  ...noneAfterTheEnd(evidence),
];

/** What it puts back is to rest, and to execute whenever the market comes to it. */
const putBack = (sent: Evidence['sent'], name: string): boolean =>
  sent.some((line) => nameOf(line) === name && line.params['timeInForce'] === 'GTX');

function noneLater({ sent, ours, doubled }: Evidence): string[] {
  const firstSent = new Map<string, number>();
  for (const line of sent) if (!firstSent.has(nameOf(line))) firstSent.set(nameOf(line), line.atMs);
  const names = [...firstSent.keys()];
  return ours.flatMap(({ name, atMs, quantity }) => {
    const next = names[names.indexOf(name) + 1];
    if (doubled.has(name) || putBack(sent, name)) return [];
    if (next === undefined || atMs <= firstSent.get(next)!) return [];
    return [`${name} executed ${quantity} after ${next} had been sent`];
  });
}

/** The one before must have ended at the venue, have been refused there, or be too old to be taken; or this one is too old itself. */
function noneOpen(evidence: Evidence): string[] {
  return evidence.sent.flatMap((line, index) => {
    const before = evidence.sent[index - 1];
    if (before === undefined || isTooOld(line, line.atMs) || isOver(evidence, before, line.atMs)) return [];
    return [`${nameOf(line)} was sent while ${nameOf(before)} could still execute`];
  });
}

const ENDED = ['EXPIRED', 'CANCELED', 'EXPIRED_IN_MATCH'];

/** The venue refuses it by its timestamp. */
const isTooOld = ({ params }: LineOf<'sent'>, atMs: number): boolean =>
  atMs > Number(params['timestamp']) + Number(params['recvWindow']);

function isOver({ lines, ours }: Evidence, sent: LineOf<'sent'>, atMs: number): boolean {
  const name = nameOf(sent);
  const { quantity = '0', timeInForce } = sent.params;
  if (isTooOld(sent, atMs)) return true;
  const filled = sum(
    ours.filter((line) => line.name === name && line.atMs <= atMs).map((line) => units(line.quantity)),
  );
  if (filled >= units(quantity)) return true;
  return lines.some((line) => {
    if (line.atMs > atMs) return false;
    // An order that is to rest is settled as soon as it does.
    if (line.kind === 'order') return line.name === name && (timeInForce === 'GTX' || ENDED.includes(line.status));
    return line.kind === 'arrived' && line.params['newClientOrderId'] === name && line.status !== 200;
  });
}

const absentForGood = ({ lines, ours }: Evidence): string[] =>
  lines.flatMap((line) => {
    const late = line.kind === 'ghostWatch' && ours.find(({ name, atMs }) => name === line.name && atMs > line.atMs);
    return late ? [`${late.name} executed ${late.quantity} after it had been judged absent`] : [];
  });

/** An order whose fate is open when somebody takes over may still execute; none else. */
function noneAfterTheEnd({ lines, ours, sent, doubled, result }: Evidence): string[] {
  const endMs = lines.find((line) => line.kind === 'note' && line.who === 'close')?.atMs ?? Infinity;
  if (result?.outcome === 'handedOver') return [];
  const late = ours.filter(({ name, atMs }) => atMs > endMs && !doubled.has(name) && !putBack(sent, name));
  return late.map(({ name, quantity }) => `${name} executed ${quantity} after the close had ended`);
}

const sentOnce = ({ sent }: Evidence): string[] =>
  sent.flatMap((line, index) =>
    sent.findIndex((other) => nameOf(other) === nameOf(line)) < index ? [`${nameOf(line)} was sent twice`] : [],
  );
