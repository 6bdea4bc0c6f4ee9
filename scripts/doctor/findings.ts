export type FindingState = 'ok' | 'warning' | 'failure' | 'cannotTell';

interface Known {
  readonly state: FindingState;
  /** What to do; null where there is nothing to do. */
  readonly remedy: string | null;
}

const ok: Known = { state: 'ok', remedy: null };
const warning = (remedy: string): Known => ({ state: 'warning', remedy });
const failure = (remedy: string): Known => ({ state: 'failure', remedy });
const cannotTell = (remedy: string): Known => ({ state: 'cannotTell', remedy });

/** Everything that the doctor can find, with its remedy. docs/doctor.md has a row for each; a test holds the two together. */
export const FINDINGS = {
  'temporal.answers': ok,
  'temporal.away': failure('start a server with `closeproof dev`, or set TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE'),

  'retention.long': ok,
  'retention.short': warning('temporal operator namespace update --retention 30d --namespace NAMESPACE'),

  'searchAttributes.registered': ok,
  'searchAttributes.missing': failure('temporal operator search-attribute create --type Keyword --name NAME, for each'),

  'worker.polls': ok,
  'worker.none': failure('start `closeproof worker --account ACCOUNT`'),
  'worker.unrouted': failure('promote a build that has workers: `closeproof deploy --build-id ID`, or `--unversioned`'),
  'worker.otherBuild': warning('restart the workers from this checkout, or ask from the one that they run'),

  'tuning.quick': ok,
  'tuning.slow': warning(
    'set history.transferProcessorMaxPollRPS=5000 and history.transferProcessorMaxPollHostRPS=10000 in the server’s dynamic config',
  ),
  'tuning.unclear': cannotTell('ask again when the machine is quieter'),
  'tuning.notEager': warning('set system.enableActivityEagerExecution=true in the server’s dynamic config'),

  'venue.answers': ok,
  'venue.away': failure('look at the network, at CLOSEPROOF_PAPER_URL on paper, and at the venue’s status page'),

  'clock.near': ok,
  'clock.off': warning('have the machine’s clock set by NTP (timedatectl set-ntp true)'),

  'keys.accepted': ok,
  'keys.missing': failure('set the variables, or write the files, that the account’s keys refer to'),
  'keys.refused': failure('compare key and secret with the venue’s, and the addresses that the key is bound to'),

  'permissions.trade': ok,
  'permissions.noTrade': failure('allow futures trading for this key, or this account, at the venue'),
  'permissions.withdraw': warning('take the permission to withdraw from this key: a close needs none'),
  'permissions.anyAddress': warning('bind the key to the addresses of the workers and the monitor at the venue'),
  'permissions.untold': cannotTell('look at the key in the venue’s API management: trading yes, withdrawals no'),

  'positionMode.told': ok,

  'headroom.ample': ok,
  'headroom.scarce': warning('find what else asks the venue from this address, and slow it down'),
  'headroom.untold': cannotTell('ask again once the venue has answered something'),

  'heldCloses.none': ok,
  'heldCloses.held': failure(
    'mend its cause, or take it over: `closeproof release`; `closeproof status` has the details',
  ),

  'proofs.collected': ok,
  'proofs.unscheduled': warning('have proofs collected by a Temporal Schedule before their histories are deleted'),
  'proofs.failing': warning('mend what it names; the next run of the schedule tries again'),
  'proofs.urgent': failure('mend what it names now, or lengthen the namespace’s retention'),
  'proofs.untold': cannotTell('ask again when the schedule has run'),

  'deadMan.watches': ok,
  'deadMan.asleep': warning('start the monitor, or arm the switch again'),
  'deadMan.acted': failure('look after the monitor, and at what the switch did: `closeproof status`'),
  'deadMan.mute': cannotTell('start `closeproof worker --account ACCOUNT`'),
  'deadMan.none': cannotTell('nothing, unless the dead man’s switch is meant to be on: then start the monitor'),

  'monitor.well': ok,
  'monitor.degraded': warning('read its `warnings` and `feeds` on /health'),
  'monitor.blind': failure('read `feeds` on /health: positions or prices do not come in'),
  'monitor.away': cannotTell('start `closeproof monitor`, or set HOST and EXIT_MONITOR_PORT to where it runs'),

  // What is to be done stands at the finding that it could not tell for.
  cannotTell: { state: 'cannotTell', remedy: null },
} as const satisfies Record<string, Known>;

export type FindingId = keyof typeof FINDINGS;

export interface Finding {
  id: FindingId;
  check: string;
  state: FindingState;
  /** One sentence with what was seen. */
  says: string;
  remedy: string | null;
}

/** The check is what stands before the dot. */
export const found = (id: FindingId, says: string): Finding => ({
  id,
  check: id.split('.')[0] ?? id,
  says,
  ...FINDINGS[id],
});
