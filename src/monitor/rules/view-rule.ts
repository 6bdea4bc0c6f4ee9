import type { RuleView } from '../views';
import type { RuleVerdict } from './judge-position';
import { showPrice } from './show-price';

type Shown = Omit<RuleView, 'rule' | 'reason'>;

/** A verdict as people see it. `markPrice` is the one that was judged, null where none is known. */
export const viewRule = (verdict: RuleVerdict, markPrice: number | null): RuleView => ({
  rule: verdict.rule,
  reason: verdict.reason,
  ...show(verdict, markPrice),
});

function show({ judgement }: RuleVerdict, markPrice: number | null): Shown {
  switch (judgement.kind) {
    case 'exit':
      return { state: 'firing', level: judgement.level, distancePercent: 0, because: judgement.threshold };
    case 'blind':
      return { state: 'blind', level: null, distancePercent: null, because: judgement.because };
    case 'stay':
      return judgement.armed ? watching(judgement.level, markPrice) : waitingFor(judgement.level, markPrice);
  }
}

const watching = (level: number | null, markPrice: number | null): Shown => ({
  state: 'armed',
  level,
  distancePercent: distance(level, markPrice),
});

const waitingFor = (level: number | null, markPrice: number | null): Shown => ({
  state: 'waiting',
  level,
  distancePercent: distance(level, markPrice),
  ...(level === null ? {} : { because: `armed once the best price reaches ${showPrice(level)}` }),
});

const distance = (level: number | null, markPrice: number | null): number | null =>
  level === null || markPrice === null ? null : (Math.abs(level - markPrice) / markPrice) * 100;
