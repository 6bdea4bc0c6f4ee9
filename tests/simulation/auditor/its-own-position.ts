import type { ExitDecision } from '../../../src/domain/exit-decision';
import { legOfSide, SYMBOL } from '../adversary/scenario';
import type { Line, LineOf } from '../log';
import { lastRead, namedAt, nameOf } from './evidence';
import type { Evidence } from './evidence';
import { sum, units } from './units';

/** 8. Only the position that was meant, no more of it than was asked, and no order of anybody else's but what rests for it. */
export const itsOwnPosition = (evidence: Evidence): string[] => [
  ...evidence.ours.flatMap((line) => ownLeg(evidence, line)),
  ...evidence.sent.flatMap((line) => meant(evidence, line)),
  ...notBeyond(evidence),
  ...cancelsItsOwn(evidence),
];

function ownLeg({ scenario }: Evidence, { name, symbol, leg }: LineOf<'execution'>): string[] {
  return symbol === SYMBOL && leg === legOfSide(scenario, scenario.side) ? [] : [`${name} traded ${symbol} ${leg}`];
}

/** The entry price that was just read is one that somebody meant. */
function meant(evidence: Evidence, line: LineOf<'sent'>): string[] {
  const entryPrice = entryReadFor(evidence, nameOf(line));
  if (entryPrice === null || meaningBefore(evidence, line.atMs).has(entryPrice)) return [];
  return [`${nameOf(line)} was sent for the position entered at ${entryPrice}, which nobody meant`];
}

const entryReadFor = (evidence: Evidence, name: string): number | null => {
  const position = lastRead(evidence, namedAt(evidence, name));
  return position === null ? null : Number(position.entryPrice);
};

function meaningBefore(evidence: Evidence, atMs: number): Set<number> {
  const asked = evidence.lines.filter((line): line is LineOf<'asked'> => line.kind === 'asked' && line.atMs <= atMs);
  return new Set(asked.flatMap((line) => pricesMeant(evidence, line)));
}

/** A program's decision names the entry price. A person's means the position as it is read until it is heard. */
function pricesMeant({ lines, reads, scenario }: Evidence, { decision, atMs }: LineOf<'asked'>): number[] {
  if (decision.observed !== undefined) return [Number(decision.observed.entryPrice)];
  const { decisionId } = decision;
  const heardMs =
    lines.find((line) => line.kind === 'heard' && line.decisionIds.includes(decisionId))?.atMs ?? Infinity;
  return reads
    .filter((read) => read.atMs >= atMs && read.atMs <= heardMs)
    .flatMap(({ positions }) => positions)
    .filter(({ symbol, side }) => symbol === 'BTC/USDT:USDT' && side === scenario.side)
    .map(({ entryPrice }) => Number(entryPrice));
}

/** Of each position that the close took on: no more than the most that anyone asked for of it. */
function notBeyond(evidence: Evidence): string[] {
  const starts = evidence.lines.filter(
    (line): line is LineOf<'start'> => line.kind === 'start' && line.quantity !== '',
  );
  const putBack = new Set(evidence.sent.filter(({ params }) => params['timeInForce'] === 'GTX').map(nameOf));
  const ours = evidence.ours.filter(({ name }) => !evidence.doubled.has(name) && !putBack.has(name));
  const prices = [...new Set(starts.map(({ entryPrice }) => Number(entryPrice)))];
  return prices.flatMap((price) => {
    const start = Math.max(
      ...starts.filter((line) => Number(line.entryPrice) === price).map((line) => units(line.quantity)),
    );
    const taken = sum(
      ours.filter(({ name }) => entryReadFor(evidence, name) === price).map(({ quantity }) => units(quantity)),
    );
    const wanted = mostWanted(evidence.lines, start, price);
    return taken > wanted ? [`${taken / 1e8} was closed, and at most ${wanted / 1e8} was asked for`] : [];
  });
}

const mostWanted = (lines: readonly Line[], start: number, price: number): number =>
  Math.max(
    0,
    ...lines.flatMap((line) =>
      line.kind === 'asked' && couldMean(line.decision, price) ? [wantedBy(line.decision, start)] : [],
    ),
  );

const couldMean = ({ source, observed }: ExitDecision, price: number): boolean =>
  source !== 'stranger' && (observed === undefined || Number(observed.entryPrice) === price);

function wantedBy({ quantity }: ExitDecision, start: number): number {
  if (quantity === 'all') return Infinity;
  return 'amount' in quantity ? units(quantity.amount) : Math.round(start * Number(quantity.fraction));
}

/** A conditional stop stays while the position does; what would open is nobody's to cancel. */
function cancelsItsOwn({ lines }: Evidence): string[] {
  return lines.flatMap((line, index) => {
    if (line.kind !== 'cancel') return [];
    if (!line.reducing || line.symbol !== 'BTC/USDT:USDT')
      return [`it cancelled ${line.orderId}, which is not its own`];
    // A worker that was frozen may still cancel, by its id, what rested for nothing then.
    const swept = lines.slice(0, index).some((one) => one.kind === 'state' && one.to === 'sweeping');
    return swept || line.regular ? [] : [`it cancelled stop ${line.orderId} with the position open`];
  });
}
