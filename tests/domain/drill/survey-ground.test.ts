import type { DrillPlan } from '../../../src/domain/drill/drill-plan';
import { surveyGround } from '../../../src/domain/drill/survey-ground';
import type { Ground } from '../../../src/domain/drill/survey-ground';
import { aPosition, RULES } from '../../support/close-fixtures';
import { aPlan } from './support';

const ground = (changes: Partial<Ground> = {}): Ground => ({
  account: 'main',
  venue: 'paper',
  rules: RULES,
  positions: [],
  running: [],
  ...changes,
});

const long = aPosition({ mode: 'hedge' });
const short = aPosition({ mode: 'hedge', side: 'short' });

it('without a quantity it is the least that the venue takes', () => {
  expect(surveyGround(aPlan(), ground())).toEqual({ kind: 'clear', side: 'long', quantity: '0.001' });
});

it('a quantity and a side are taken as they were said', () => {
  const plan = aPlan({ side: 'short', quantity: '0.25' });
  expect(surveyGround(plan, ground())).toEqual({ kind: 'clear', side: 'short', quantity: '0.25' });
});

it('an existing position is found, in hedge mode by its side', () => {
  const existing = { position: 'existing' } as const;
  expect(surveyGround(aPlan(existing), ground({ positions: [short] }))).toMatchObject({ position: { side: 'short' } });
  expect(surveyGround(aPlan({ ...existing, side: 'long' }), ground({ positions: [long, short] }))).toMatchObject({
    position: { side: 'long' },
  });
});

it.each<[string, Partial<DrillPlan>, Partial<Ground>, RegExp]>([
  ['a live venue', {}, { venue: 'binanceusdm' }, /never on binanceusdm/],
  ['a live venue with something held', { position: 'existing' }, { venue: 'binanceusdm', positions: [long] }, /never/],
  ['a demo account without a position', {}, { venue: 'binanceusdm-demo' }, /open a tiny one there by hand/],
  ['a worker that holds none', {}, { venue: null }, /holds no drills/],
  ['a worker of another account', {}, { account: 'other' }, /serves account other, not main/],
  ['an unknown symbol', {}, { rules: null }, /knows no BTC\/USDT:USDT/],
  ['a halted market', {}, { rules: { ...RULES, trading: false } }, /is not trading/],
  ['a position that was there before', {}, { positions: [short] }, /a short of 1 BTCUSDT is open already/],
  ['a close that runs', {}, { running: ['close:main:BTCUSDT:long'] }, /close:main:BTCUSDT:long runs/],
  ['nothing where something should be', { position: 'existing' }, {}, /no position is open/],
  ['the other side', { position: 'existing', side: 'long' }, { positions: [short] }, /no long is open/],
  ['two legs and no side', { position: 'existing' }, { positions: [long, short] }, /say --side/],
  ['less than the least', { quantity: '0.0001' }, {}, /at least 0.001/],
  ['what is no whole step', { quantity: '0.0015' }, {}, /in steps of 0.001/],
])('%s is refused', (_name, plan, changes, sentence) => {
  const survey = surveyGround(aPlan(plan), ground(changes));
  expect(survey).toMatchObject({ kind: 'refused', because: expect.stringMatching(sentence) as string });
});
