import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import fc from 'fast-check';
import { parseExitDecision } from '../../src/domain/parse-exit-decision';
import { createLogger } from '../../src/config/logger';
import { workflowBundle } from '../../worker/workflow-bundle';
import { aDecision } from '../support/close-fixtures';

let bundle: Bundle;

beforeAll(async () => {
  const { codePath } = await workflowBundle(createLogger('silent'));
  bundle = evaluate(readFileSync(codePath, 'utf8'));
}, 60_000);

describe('what all workflows of a worker share', () => {
  const named = (modules: Modules, what: RegExp) => [...modules.keys()].filter((name) => what.test(name));

  it('is the domain with its decimals and zod, so that a workflow evaluates little of its own', () => {
    expect(named(bundle.shared, /close-loop|decimal\.m?js|node_modules\/zod/).length).toBeGreaterThan(20);
    expect(named(bundle.own, /close-workflow/)).toHaveLength(1);
    expect(named(bundle.own, /node_modules\/(zod|decimal)|src\/domain/)).toEqual([]);
  });

  it('is no schema and no pattern: they change as they are used, and what is shared is frozen', () => {
    const changing = [...bundle.shared]
      .filter(([name]) => !name.includes('node_modules'))
      .flatMap(([, module]) => changingIn(module));
    expect(changing).toEqual([]);
  });

  it('is frozen, and decisions are read as if it were not: whole ones, and whatever else comes', () => {
    const { parseFrozen } = bundle;
    expect(JSON.parse(parseFrozen(JSON.stringify(aDecision())))).toMatchObject({ ok: true });
    fc.assert(
      fc.property(candidates, (candidate) => {
        const text = JSON.stringify(candidate);
        expect(parseFrozen(text)).toBe(JSON.stringify(parseExitDecision(JSON.parse(text))));
      }),
      { numRuns: 300 },
    );
  });
});

/** What is no decision at all; and decisions with fields left out, added, or of any other kind. */
const candidates = fc.oneof(
  fc.jsonValue(),
  fc
    .dictionary(fc.constantFrom(...Object.keys(aDecision()), 'more'), fc.option(fc.jsonValue(), { nil: undefined }))
    .map((changes) => ({ ...aDecision(), ...changes })),
);

type Modules = Map<string, { exports: Record<string, unknown> }>;

interface Bundle {
  /** Evaluated for all workflows, and again for each; by name. */
  shared: Modules;
  own: Modules;
  /** The door of decisions as a workflow has it, JSON to JSON. */
  parseFrozen: (candidate: string) => string;
}

/** Evaluates a bundle as the SDK does: what is shared first, which is then frozen, and the rest as for one workflow. */
function evaluate(code: string): Bundle {
  const shared: Modules = new Map();
  const own: Modules = new Map();
  let current = shared;
  const cache = new Proxy(
    {},
    {
      get: (_, name: string) => shared.get(name) ?? current.get(name),
      set: (_, name: string, module: { exports: Record<string, unknown> }) => (current.set(name, module), true),
    },
  );
  const context = vm.createContext({ console, TextEncoder, TextDecoder, URL, AbortController });
  Object.defineProperty(context, '__webpack_module_cache__', { value: cache });
  vm.runInContext(code, context);
  vm.runInContext('__TEMPORAL__.preloadModules()', context);
  for (const module of shared.values()) deepFreeze(module);
  current = own;
  vm.runInContext('__TEMPORAL__.api; __TEMPORAL__.importWorkflows()', context);
  const { exports: door } = shared.get('./src/domain/parse-exit-decision.ts')!;
  const through = vm.runInContext('(parse) => (text) => JSON.stringify(parse(JSON.parse(text)))', context) as (
    parse: unknown,
  ) => Bundle['parseFrozen'];
  return { shared, own, parseFrozen: through(door['parseExitDecision']) };
}

/** As the SDK freezes: whatever objects reach, and functions themselves. */
function deepFreeze(value: unknown, visited = new WeakSet<object>()): void {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || visited.has(value)) return;
  visited.add(value);
  if (Object.isFrozen(value)) return;
  if (typeof value === 'object')
    for (const name of Reflect.ownKeys(value)) deepFreeze((value as Record<PropertyKey, unknown>)[name], visited);
  try {
    Object.freeze(value);
  } catch {
    // Some objects cannot be frozen, and the SDK leaves them as they are.
  }
}

const changingIn = ({ exports }: { exports: Record<string, unknown> }): string[] =>
  Object.keys(exports).filter((name) => {
    const value = Object(exports[name]) as object;
    return Object.hasOwn(value, '_zod') || Object.hasOwn(value, 'lastIndex');
  });
