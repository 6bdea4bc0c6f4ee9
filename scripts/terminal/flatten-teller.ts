import pc from 'picocolors';
import type { FlattenLine } from '../../src/domain/flatten/flatten-line';
import { describeLine, keyOf } from '../../src/domain/flatten/flatten-line';
import type { FlattenStatus } from '../../src/domain/messages';
import { flattenBar } from './flatten-bar';

export interface FlattenTeller {
  tell(status: FlattenStatus): void;
  /** The last word on every position; what follows begins on a line of its own. */
  end(lines: readonly FlattenLine[]): void;
}

type Out = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** A line for each position that has moved, and below them a bar where somebody watches. Null: nobody is told. */
export function flattenTeller(out: Out | null): FlattenTeller {
  const told = new Map<string, string>();
  const write = (lines: readonly FlattenLine[]) => {
    if (out?.isTTY) out.write('\r\x1b[2K');
    for (const line of lines) if (isNews(told, line)) out?.write(`${sentence(line)}\n`);
  };
  return {
    tell: ({ progress }) => {
      if (progress === null) return;
      write(progress.lines);
      if (out?.isTTY) out.write(flattenBar(progress, Date.now(), out.columns));
    },
    end: write,
  };
}

function isNews(told: Map<string, string>, line: FlattenLine): boolean {
  const now = `${line.state} ${line.attempt} ${line.because ?? ''}`;
  const isNew = told.get(keyOf(line)) !== now;
  told.set(keyOf(line), now);
  return isNew;
}

const COLOURS = { found: pc.dim, closing: pc.yellow, held: pc.red, flat: pc.green };

const sentence = (line: FlattenLine): string => `  ${COLOURS[line.state](line.state.padEnd(8))} ${describeLine(line)}`;
