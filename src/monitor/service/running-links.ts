import type { CloseLink, CloseView } from '../views';

/** The running closes among these, by their workflow ids. */
export const runningLinks = (closes: readonly CloseView[]): ReadonlyMap<string, CloseLink> =>
  new Map(closes.filter(({ running }) => running).map((close) => [close.workflowId, linkTo(close)]));

const linkTo = ({ workflowId, runId, uiLink, state, doing }: CloseView): CloseLink => ({
  ...{ workflowId, runId, uiLink },
  state: state === 'held' ? 'held' : (doing ?? state),
});
