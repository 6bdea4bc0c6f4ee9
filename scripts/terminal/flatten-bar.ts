import type { FlattenProgress } from '../../src/domain/flatten/flatten-progress';

const WIDTH_MAX = 30;

/** '██████░░░░ 7/12 flat, 1 held, 3.2 s', within the width of the terminal. */
export function flattenBar({ lines, startedMs, flatReads }: FlattenProgress, nowMs: number, columns = 80): string {
  const [flat, held] = [count(lines, 'flat'), count(lines, 'held')];
  const words = [
    `${flat}/${lines.length} flat`,
    ...(held === 0 ? [] : [`${held} held`]),
    ...(flatReads === 0 ? [] : ['looking a second time']),
    `${((nowMs - startedMs) / 1_000).toFixed(1)} s`,
  ].join(', ');
  const width = Math.max(0, Math.min(WIDTH_MAX, columns - words.length - 2));
  const full = lines.length === 0 ? 0 : Math.round((width * flat) / lines.length);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${words}`;
}

const count = (lines: FlattenProgress['lines'], state: string): number =>
  lines.filter((line) => line.state === state).length;
