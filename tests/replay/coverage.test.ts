/** What the saved histories are taken from, so that nothing that runs is left out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { CLOSE_OUTCOMES } from '../../src/domain/close-result';
import { FLATTEN_OUTCOMES } from '../../src/domain/flatten/flatten-result';
import { HISTORIES, savedHistories } from './history-files';
import type { SavedHistory } from './history-files';
import { SCENARIOS } from './scenarios';
import { root } from '../support/source-files';

const saved = savedHistories();
const REMEDY = 'Write a scenario in tests/replay/scenarios, then: npm run save-history -- --rehearse <its name>';

/** Fails with the names that are missing, and with what to do about it. */
const expectNone = (missing: readonly string[], what: string): void => {
  if (missing.length > 0) throw new Error(`No saved history of ${what} ${missing.join(', ')}. ${REMEDY}`);
};

it('every workflow that the worker runs has one', () => {
  const index = readFileSync(join(root, 'workflows/index.ts'), 'utf8');
  const workflows = [...index.matchAll(/\b\w+Workflow\b/g)].map(([name]) => name);
  expect(workflows).toContain('CloseWorkflow');
  const known = new Set(saved.map(({ workflowType }) => workflowType));
  expectNone(
    workflows.filter((workflow) => !known.has(workflow)),
    'the workflow',
  );
});

it.each([
  ['CloseWorkflow', CLOSE_OUTCOMES],
  ['FlattenWorkflow', FLATTEN_OUTCOMES],
])('every way in which a %s can finish has one', (workflowType, outcomes) => {
  const known = new Set(saved.filter((one) => one.workflowType === workflowType).map(outcomeOf));
  expectNone(
    outcomes.filter((outcome) => !known.has(outcome)),
    `a ${workflowType} that finished`,
  );
});

it('every scenario has one', () => {
  const known = new Set(saved.map(({ name }) => name));
  expectNone(
    SCENARIOS.map(({ name }) => name).filter((name) => !known.has(name)),
    'the scenario',
  );
});

it.each(saved.map(({ name }) => name))('%s is small, and names neither key nor secret', (name) => {
  const text = readFileSync(join(HISTORIES, `${name}.json`), 'utf8');
  expect(text.length).toBeLessThan(100_000);
  const decoded = [text, ...[...text.matchAll(/"data":"([^"]+)"/g)].map(([, data]) => atob(data ?? ''))].join('\n');
  expect(decoded).not.toMatch(/paper-key|paper-secret/);
});

/** Undefined where it has not finished, or has no outcomes. */
function outcomeOf({ history }: SavedHistory): string | undefined {
  const [result] = history.events?.at(-1)?.workflowExecutionCompletedEventAttributes?.result?.payloads ?? [];
  return result && defaultPayloadConverter.fromPayload<{ outcome?: string }>(result).outcome;
}
