import type { Line } from './log';
import type { Run } from './runs/run-scenario';

/** One run, line by line: virtual time, who, what. */
export const storyOf = ({ stage }: Run): string[] =>
  [...stage.log.lines]
    .sort((one, other) => one.atMs - other.atMs)
    .map((line) => {
      const [who, what] = tell(line);
      return `${clockTime(line.atMs - stage.clock.startMs)}  ${who.padEnd(9)}  ${what}`;
    });

const clockTime = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

function tell(line: Line): [who: string, what: string] {
  switch (line.kind) {
    case 'position':
      return ['venue', `${line.symbol} ${line.leg} stands at ${line.quantity}, entered at ${line.entryPrice}`];
    case 'execution':
      return [
        'VENUE',
        `${line.name} executes ${line.quantity}: ${line.symbol} ${line.leg} ${line.before} -> ${line.after} at ${line.entryPrice}`,
      ];
    case 'order':
      return ['venue', `order ${line.name} (${line.orderId}) is ${line.status}, ${line.executed} executed`];
    case 'arrived':
      return ['venue', `${line.route} ${detail(line.params)}: ${line.status} ${line.code ?? ''}`];
    case 'sent':
      return ['close', `SENDS ${detail(line.params)}`];
    case 'read':
      return [
        'close',
        `reads ${line.positions.map((one) => `${one.symbol} ${one.side} ${one.quantity} at ${one.entryPrice}`).join(', ') || 'no positions'}`,
      ];
    case 'scheduled':
      return ['close', `names its order ${line.name}`];
    case 'cancel':
      return ['close', `cancels ${line.orderId} in ${line.symbol}`];
    case 'algo':
      return ['venue', `conditional order ${line.name} is ${line.status}`];
    case 'asked':
      return [
        'person',
        `asks: ${JSON.stringify(line.decision.quantity)} ${line.decision.source} ${line.decision.observed?.entryPrice ?? ''}`,
      ];
    case 'heard':
      return ['close', `judges for ${line.decisionIds.join(', ')}`];
    case 'stop':
      return ['person', 'takes the close over'];
    case 'alert':
      return ['close', `CALLS: ${line.trouble}`];
    case 'start':
      return ['close', `takes on ${line.quantity} entered at ${line.entryPrice}`];
    case 'state':
      return ['close', `${line.from} -> ${line.to}`];
    case 'ghostWatch':
      return ['close', `judges ${line.name} absent, and has it watched for`];
    case 'rest':
      return ['close', `rests ${line.ms} ms`];
    case 'note':
      return [line.who, line.what];
  }
}

const SHOWN = [
  'quantity',
  'price',
  'timeInForce',
  'newClientOrderId',
  'reduceOnly',
  'positionSide',
  'origClientOrderId',
  'orderId',
  'algoId',
  'timestamp',
];

const detail = (params: Readonly<Record<string, string>>): string =>
  SHOWN.flatMap((name) => (params[name] === undefined ? [] : [`${name}=${params[name]}`])).join(' ');
