interface Words {
  price: (text: string) => string;
  level: (level: number, like: string) => string;
  signed: (amount: number, places?: number) => string;
  lasting: (ms: number) => string;
  held: (ms: number) => string;
  ago: (ms: number) => string;
  plain: (name: string) => string;
}

const words = jest.requireActual<Words>('../../../../src/monitor/board/page/words.js');

test('prices keep their places, and their thousands are grouped', () => {
  expect(['60000', '60000.10', '0.00012340', '1234567.5', '999'].map(words.price)).toEqual([
    '60,000',
    '60,000.10',
    '0.00012340',
    '1,234,567.5',
    '999',
  ]);
});

test('levels have the places of the market', () => {
  expect([words.level(59100, '60000'), words.level(1.50649, '1.5500'), words.level(0.333333, '0.3')]).toEqual([
    '59,100.0',
    '1.5065',
    '0.3333',
  ]);
});

test('a loss has a real minus sign, and nothing has no sign', () => {
  expect([words.signed(-1234.5), words.signed(3), words.signed(0.001), words.signed(-0.4, 0)]).toEqual([
    '−1,234.50',
    '+3.00',
    '0.00',
    '0',
  ]);
});

test('times are as fine as they need to be', () => {
  expect([388, 1_240, 61_000, 3_600_000, 4_260_000, 90_000_000].map(words.lasting)).toEqual([
    '388 ms',
    '1.2 s',
    '1 min 1 s',
    '1 h',
    '1 h 11 min',
    '1 d 1 h',
  ]);
  expect([59_000, 119_000].map(words.held)).toEqual(['just now', '1 min']);
  expect([4_000, 59_000, 3_599_000, 7_200_000, 200_000_000].map(words.ago)).toEqual([
    'now',
    '59 s ago',
    '59 min ago',
    '2 h ago',
    '2 d ago',
  ]);
});

test('names of code become words', () => {
  expect(['takeProfit', 'TAKE_PROFIT', 'closedElsewhere'].map(words.plain)).toEqual([
    'take profit',
    'take profit',
    'closed elsewhere',
  ]);
});
