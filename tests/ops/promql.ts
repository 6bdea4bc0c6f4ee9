/** What a PromQL expression asks for: as much of a parser as our own expressions need, and it refuses what it cannot read. */
export interface Asked {
  metrics: string[];
  labels: string[];
}

const FUNCTIONS = ['rate', 'increase', 'histogram_quantile', 'absent', 'max_over_time'];
const AGGREGATIONS = ['sum', 'max', 'min', 'avg', 'count'];
const OPERATORS = ['and', 'or', 'unless'];
const GROUPINGS = ['by', 'without', 'on', 'ignoring', 'group_left', 'group_right'];

const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|[A-Za-z_:][\w:]*|\$\w+|\d+(?:\.\d+)?(?:[smhd])?|=~|!~|!=|==|>=|<=|[-+*/<>(){}[\],=]/y;

export function readPromQl(expression: string): Asked {
  const tokens = tokenise(expression);
  const asked: Asked = { metrics: [], labels: [] };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token === '{') at = readMatchers(tokens, at, asked);
    else if (token === '[') at = tokens.indexOf(']', at);
    else if (GROUPINGS.includes(token)) at = readGrouping(tokens, at + 1, asked);
    else if (isName(token) && !isKnownWord(token, tokens[at + 1])) asked.metrics.push(token);
  }
  return asked;
}

function tokenise(expression: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const from = TOKEN.lastIndex;
    const [token] = TOKEN.exec(expression) ?? [];
    if (token === undefined) throw new Error(`cannot read "${expression.slice(from, from + 20)}" in ${expression}`);
    if (token.trim() !== '') tokens.push(token);
  }
  return tokens;
}

const isName = (token: string): boolean => /^[A-Za-z_]/.test(token);

function isKnownWord(token: string, next: string | undefined): boolean {
  if (OPERATORS.includes(token)) return true;
  if (AGGREGATIONS.includes(token)) return next === '(' || GROUPINGS.includes(next ?? '');
  if (next !== '(') return false;
  if (!FUNCTIONS.includes(token)) throw new Error(`${token} is no function that our expressions use`);
  return true;
}

/** `{label="value", …}`: of each triple, the label. */
function readMatchers(tokens: readonly string[], from: number, asked: Asked): number {
  const to = tokens.indexOf('}', from);
  asked.labels.push(...tokens.slice(from + 1, to).filter((token) => isName(token)));
  return to;
}

function readGrouping(tokens: readonly string[], from: number, asked: Asked): number {
  const to = tokens.indexOf(')', from);
  asked.labels.push(...tokens.slice(from + 1, to).filter((token) => isName(token)));
  return to;
}
