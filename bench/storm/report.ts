import { table } from '../table';
import type { AlternativeFigures } from './alternatives/alternatives';
import type { StormFigures } from './figures';

/** What it came to, for people: ours and the alternatives by the same judge, and then what ours cost. */
export const report = (ours: StormFigures, alternatives: readonly AlternativeFigures[]): string =>
  [outcome(ours, alternatives), cost(ours), ...faultsOf(ours)].join('\n\n');

function outcome(ours: StormFigures, alternatives: readonly AlternativeFigures[]): string {
  const head = ['way', 'flat', 'left open', 'seconds', 'of the venue’s bound', 'wrong', '-1015', '429', '418'];
  const flat = ours.flat;
  const rows = [{ ...ours, name: 'closeproof flatten', flat, leftOpen: ours.positions - flat }, ...alternatives];
  return table(
    head,
    rows.map(({ name, flat: done, leftOpen, seconds, wrong, rejections1015, refused429, banned418 }) => [
      ...[name, `${done} of ${ours.positions}`, String(leftOpen), tenth(seconds)],
      leftOpen > 0 || ours.venueBoundSeconds === null ? '' : `${hundredth(seconds / ours.venueBoundSeconds)}×`,
      ...[wrong, rejections1015, refused429, banned418].map(String),
    ]),
  );
}

function cost(ours: StormFigures): string {
  const { databaseCpuMsPerClose: database } = ours;
  const rows: [string, string][] = [
    ['closes a second', tenth(ours.closesPerSecond)],
    ['time to flat, p50 and p99', `${tenth(ours.flatP50)} s, ${tenth(ours.flatP99)} s`],
    ['every close recorded after', `${tenth(ours.recordedSeconds)} s`],
    [
      'the venue’s windows as they fell allow',
      `${tenth(ours.windowsBoundSeconds)} s (begun ${tenth(ours.phaseSeconds)} s into one)`,
    ],
    ['CPU a close: Temporal', milliseconds(ours.serverCpuMsPerClose)],
    ...(database === null ? [] : [['CPU a close: PostgreSQL', milliseconds(database)] as [string, string]]),
    ['CPU a close: workers', milliseconds(ours.workerCpuMsPerClose)],
    ['CPU a close: paper exchange', milliseconds(ours.venueCpuMsPerClose)],
    ['history a close', `${tenth(ours.eventsPerClose)} events, ${(ours.bytesPerClose / 1000).toFixed(1)} kB`],
    ['largest worker', ours.workerRssMb === null ? '' : `${ours.workerRssMb.toFixed(0)} MB`],
    ['weight in the heaviest minute', `${ours.weightMost1m} of 2400`],
    ['orders in the fullest ten seconds', `${ours.ordersMost10s} of 300`],
    ['-1015 in the worst ten seconds', String(ours.most1015In10s)],
    [
      'how the closes ended',
      Object.entries(ours.outcomes)
        .map((pair) => pair.join(' '))
        .join(', '),
    ],
  ];
  return table([`${ours.positions} positions, ${ours.workers} workers, ${ours.server} server`, ''], rows);
}

const FAULTS_SHOWN = 10;

const faultsOf = ({ faults }: StormFigures): string[] =>
  faults.length === 0 ? [] : [[`${faults.length} wrong:`, ...faults.slice(0, FAULTS_SHOWN)].join('\n  ')];

const tenth = (value: number): string => value.toFixed(1);
const hundredth = (value: number): string => value.toFixed(2);
const milliseconds = (value: number | null): string =>
  value === null ? 'not measured here' : `${value.toFixed(1)} ms`;
