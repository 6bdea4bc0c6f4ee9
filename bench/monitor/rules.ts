import { loadRuleBook } from '../../src/monitor/rule-book/load-rule-book';
import { judgePosition } from '../../src/monitor/rules/judge-position';
import type { RuleInput } from '../../src/monitor/rules/rule';
import type { RuleSettings } from '../../src/monitor/rules/rule-settings';
import { viewRule } from '../../src/monitor/rules/view-rule';
import { quantiles } from '../quantiles';
import { table } from '../table';

const POSITIONS = 10_000;
const TICKS = 200;
const WARM_UP = 20;

const ALL: RuleSettings = {
  ...loadRuleBook(null).settingsFor('BTC/USDT:USDT', 'long').rules,
  atrStop: { multiple: 2 },
  atrTrailing: { multiple: 3 },
  maxHold: { afterMs: 28_800_000 },
};

/** A book of positions around their entry price; one in eight of them fires. */
const positions = Array.from({ length: POSITIONS }, (_, n): RuleInput => {
  const side = n % 2 === 0 ? 'long' : 'short';
  const markPrice = 100 + Math.sin(n) * 1.2;
  const bestPrice = side === 'long' ? Math.max(100.5, markPrice) : Math.min(99.5, markPrice);
  const liquidationPrice = side === 'long' ? 80 : 120;
  return {
    side,
    entryPrice: 100,
    markPrice,
    bestPrice,
    liquidationPrice,
    atr: n % 8 === 0 ? 0.3 : 2,
    heldForMs: n * 100,
  };
});

function time(work: (position: RuleInput) => number): { ms: ReturnType<typeof quantiles>; found: number } {
  const took: number[] = [];
  let found = 0;
  for (let tick = 0; tick < WARM_UP + TICKS; tick += 1) {
    const began = performance.now();
    found = positions.reduce((sum, position) => sum + work(position), 0);
    if (tick >= WARM_UP) took.push(performance.now() - began);
  }
  return { ms: quantiles(took), found };
}

const exits = (position: RuleInput): number => (judgePosition(position, ALL).exit === null ? 0 : 1);
const views = (position: RuleInput): number =>
  judgePosition(position, ALL).verdicts.map((verdict) => viewRule(verdict, position.markPrice)).length;

/** All seven rules on ten thousand positions: what one tick of the market costs. */
export function rules({ json }: { json: boolean }): void {
  const rows = [
    { what: `judge ${POSITIONS} positions by 7 rules`, ...time(exits) },
    { what: 'the same, and as people see it', ...time(views) },
  ];
  if (json) console.log(JSON.stringify(rows));
  else
    console.log(
      table(
        ['measured', 'exits or views', 'p50 ms', 'p95 ms', 'p99 ms'],
        rows.map(({ what, found, ms }) => [
          what,
          String(found),
          ...[ms.p50, ms.p95, ms.p99].map((one) => one.toFixed(2)),
        ]),
      ),
    );
}
