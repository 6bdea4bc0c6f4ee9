export interface UiLinkInput {
  readonly uiUrl: string;
  readonly namespace: string;
  readonly workflowId: string;
  readonly runId: string;
}

/** Where Temporal's UI shows the history of one run. */
export function uiLink({ uiUrl, namespace, workflowId, runId }: UiLinkInput): string {
  const [ns, id, run] = [namespace, workflowId, runId].map(encodeURIComponent);
  return `${uiUrl.replace(/\/+$/, '')}/namespaces/${ns}/workflows/${id}/${run}/history`;
}
