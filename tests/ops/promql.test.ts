import { readPromQl } from './promql';

it.each([
  ['up', ['up'], []],
  ['a_total{x="b{c}", y=~"d|e"} > 0', ['a_total'], ['x', 'y']],
  ['sum by (le, x) (rate(a_bucket{y!="1"}[$__rate_interval]))', ['a_bucket'], ['le', 'x', 'y']],
  ['histogram_quantile(0.99, sum(rate(a_bucket[5m])) without (x))', ['a_bucket'], ['x']],
  ['max_over_time(a[2m]) / b > 0.8', ['a', 'b'], []],
  ['a == 0 or absent(b{job="c"})', ['a', 'b'], ['job']],
  ['2 * a + ignoring(state) b', ['a', 'b'], ['state']],
  ['max(sum_total)', ['sum_total'], []],
])('%s', (expression, metrics, labels) => {
  expect(readPromQl(expression)).toEqual({ metrics, labels });
});

it.each(['a ~ b', 'predict_linear(a[1h], 60)'])('what it cannot read it refuses: %s', (expression) => {
  expect(() => readPromQl(expression)).toThrow();
});
