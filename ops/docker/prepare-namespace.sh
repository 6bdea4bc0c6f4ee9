#!/bin/sh
# Creates the namespace with its retention and registers our search attributes. Safe to run again.
set -eu

SEARCH_ATTRIBUTES='
  CloseAccount
  CloseSymbol
  CloseSide
  CloseReason
  CloseSource
  CloseState
  CloseOutcome
  CloseDecisionId
  CloseTraceId
'
TRIES=60

# An open port is not yet a server that answers. The last try may say why, and ends the script if it must.
until [ "$TRIES" -eq 0 ] || temporal operator cluster health >/dev/null 2>&1; do
  TRIES=$((TRIES - 1))
  sleep 1
done
temporal operator cluster health

if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
fi

# Retried, since a new namespace takes seconds to reach every cache of the server.
register() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$1" --type Keyword && return
    sleep 2
  done
  return 1
}

known=$(temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" 2>/dev/null || true)
for name in $SEARCH_ATTRIBUTES; do
  echo "$known" | grep -qw "$name" || register "$name"
done
echo "Namespace $TEMPORAL_NAMESPACE is ready"
