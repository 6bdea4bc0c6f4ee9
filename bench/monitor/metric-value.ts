/** The value of a metric without labels of its own, in the text that `GET /metrics` answers. NaN where it is missing. */
export function metricValue(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name}{`) || one.startsWith(`${name} `));
  return Number(line?.slice(line.lastIndexOf(' ') + 1) ?? NaN);
}
