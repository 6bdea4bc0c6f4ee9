/** What a close can be searched by in Temporal. All keywords, nine of the ten a SQL visibility store allows. */
export const searchAttributeNames = [
  'CloseAccount',
  'CloseSymbol',
  'CloseSide',
  'CloseReason',
  'CloseSource',
  'CloseState',
  'CloseOutcome',
  'CloseDecisionId',
  'CloseTraceId',
] as const;

export type SearchAttributeName = (typeof searchAttributeNames)[number];
